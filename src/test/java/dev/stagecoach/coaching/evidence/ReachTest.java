package dev.stagecoach.coaching.evidence;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** How far evidence carries: its level, phase, goal and link, and what it cannot show. */
class ReachTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void theLevelSaysWhichGateAPieceMeets(Database database) {
        var school = new School(database);
        var room = new EvidenceRoom(database, school.people, GUIDE, school.outbox);
        log(school, room, "statement", "We use it weekly", "practice", "discussion", "impact", "use");
        log(school, room, "statement", "They give reasons", "n", "9", "of", "12", "practice", "discussion", "impact",
                "outcome");
        log(school, room, "statement", "We liked the session", "practice", "discussion", "impact", "reaction");
        log(school, room, "statement", "Elsewhere", "practice", "inquiry", "impact", "outcome");
        log(school, room, "statement", "No level");
        List<Counted> counted = database.read(tx -> room.counted(tx, School.SETTINGS, "discussion", NOW));
        assertThat(counted)
                .extracting(Counted::fact, Counted::count, Counted::receipts)
                .containsExactly(tuple(Fact.EVIDENCE_OF_USE, 1, List.of("We use it weekly")), tuple(
                        Fact.EVIDENCE_OF_OUTCOME, 1, List.of("They give reasons (9 of 12 students)")));
        var summary = database.read(tx -> room.sections(tx, School.SETTINGS,
                new Period(NOW, NOW.plus(Duration.ofDays(1))), View.TEAM)).toString();
        assertThat(summary).containsSubsequence("What students gained", "What people do", "How people took it",
                "No level");

        var all = School.shown(school.type(room, BEN, "evidence", "list"));
        assertThat(all.toString()).contains("All (5)", "What students gained (2)", "What people do (1)");
        var outcome = School.shown(school.click(room, BEN, "evidence.page", TEAM + " 0 outcome"));
        assertThat(outcome.toString()).contains("They give reasons", "Elsewhere").doesNotContain("We use it weekly",
                "No level");
        assertThat(School.shown(school.click(room, BEN, "evidence.page", TEAM + " 99 reaction")).toString())
                .contains("We liked the session");
        assertThat(School.shown(school.click(room, BEN, "evidence.page", TEAM + " 0 nonsense"))).isInstanceOf(
                Card.class);
    }

    @OnBothDatabases
    void whatItCannotShowComesFromItsSortUntilItsAuthorSaysMore(Database database) {
        var school = new School(database);
        var room = new EvidenceRoom(database, school.people, GUIDE, school.outbox);
        var form = log(school, room, "statement", "“Why do you think so?”", "type", "quote", "phase", "create", "link",
                "https://example.org/board");
        assertThat(school.composed(room)).singleElement().asString().contains("One voice is not everybody",
                "A quote", "Create", "https://example.org/board");
        school.send(room, ADA, form, "statement", "“Why do you think so?”", "type", "quote", "cannot_show",
                "It was the last lesson of the day", "shown", "TEAM");
        assertThat(school.composed(room)).singleElement().asString().contains("It was the last lesson")
                .doesNotContain("One voice");
        assertThat(School.mended(school.send(room, ADA, form, "statement", "x", "impact", "9", "phase", "x", "link",
                "javascript:alert(1)", "goal", "x"))).containsExactly("goal", "impact", "link", "phase");
    }

    @OnBothDatabases
    void aSortThatTheGuideNoLongerHasGoesByItsKey(Database database) {
        var school = new School(database);
        var room = new EvidenceRoom(database, school.people, GUIDE, school.outbox);
        log(school, room, "statement", "Seen", "type", "survey");
        var another = new EvidenceRoom(database, school.people, School.guide(), school.outbox);
        assertThat(School.shown(school.type(another, ADA, "evidence", "list")).toString()).contains("survey", "Seen");
        List<Counted> counted = database.read(tx -> another.counted(tx, School.SETTINGS, "inquiry", NOW));
        assertThat(counted).isEmpty();
    }

    @OnBothDatabases
    void itBelongsToTheTeamsGoal(Database database) {
        var school = new School(database);
        var goals = new GoalRoom(database, school.people, GUIDE, school.journeys);
        school.choosesPractice(goals, "discussion", "They are quiet");
        var aim = school.unfolded(goals, ADA, School.opened(school.click(goals, ADA, "goal.write", TEAM.value())));
        var means = School.opened(school.send(goals, ADA, aim, "sentence", "Students will answer each other"));
        school.send(goals, ADA, means);
        var room = new EvidenceRoom(database, school.people, GUIDE, school.outbox);
        var form = School.opened(school.type(room, ADA, "evidence", ""));
        assertThat(school.unfolded(room, ADA, form).toString()).contains("Which goal is it for?",
                "Students will answer each other");
        school.send(room, ADA, form, "statement", "They do");
        assertThat(School.shown(school.type(room, ADA, "evidence", "list")).toString())
                .contains("Students will answer each other");
    }

    private static Form log(School school, EvidenceRoom room, String... fields) {
        var form = School.opened(school.type(room, ADA, "evidence", ""));
        var all = Stream.concat(Stream.of("shown", "TEAM"), Stream.of(fields)).toArray(String[]::new);
        School.shown(school.send(room, ADA, form, all));
        return form;
    }
}
