package dev.stagecoach.coaching.leader;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Section;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class LeaderRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String COVER = "I cover two visits a month";

    @OnBothDatabases
    void whatALeaderKeepsNobodyElseSees(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        assertThat(words(school.type(room, LEADER, "log", ""))).contains("is empty", "leader.goal");
        assertThat(words(school.send(room, LEADER, goal(school, room), "practice", "inquiry", "commitment", COVER,
                "makes_easier", "Seeing each other", "check", "The cover list", "by", "2026-10-01")))
                .contains("Only you see it");
        assertThat(words(school.type(room, LEADER, "log", ""))).contains(COVER, "By Thu, Oct 1, 2026", "only you");
        for (var person : List.of(ADA, COACH)) {
            assertThat(words(school.type(room, person, "log", ""))).doesNotContain(COVER).contains("a promise yet");
        }
        assertThat(sections(school, room)).isEmpty();
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 0);
        assertThat(counted(school, room).toString()).doesNotContain(COVER);
    }

    @OnBothDatabases
    void whatIsShownStandsInTheMirror_keptOrReleasedWithAReason(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var saved = School.shown(school.send(room, LEADER, goal(school, room), "practice", "inquiry", "commitment",
                COVER, "makes_easier", "Seeing each other", "check", "The cover list", "by", "2026-10-01", "share",
                "show"));
        assertThat(words(school.type(room, ADA, "log", ""))).contains("Open, by Thu, Oct 1", COVER, "LEADER");
        assertThat(sections(school, room)).singleElement().satisfies(section -> {
            assertThat(section.place()).isEqualTo(Section.Place.COMMITMENTS);
            assertThat(section.lines().toString()).contains(COVER);
        });
        var id = item(school, room, saved);
        var form = School.opened(school.click(room, LEADER, "leader.release", id));
        assertThat(School.mended(school.send(room, LEADER, form, "reason", ""))).containsExactly("reason");
        school.send(room, LEADER, form, "reason", "The district sends substitutes now");
        assertThat(words(school.type(room, ADA, "log", ""))).contains("Released", "The district sends substitutes");
        school.click(room, LEADER, "leader.reopen", id);
        school.click(room, LEADER, "leader.keep", id);
        assertThat(words(school.type(room, ADA, "log", ""))).contains("Kept: ", COVER);
        school.click(room, LEADER, "leader.hide", id);
        assertThat(words(school.type(room, ADA, "log", ""))).doesNotContain(COVER);
    }

    @OnBothDatabases
    void anEntryThatNamesATeacherIsNotShownWithoutAnotherWord(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var entry = School.opened(school.click(room, LEADER, "leader.entry", TEAM.value()));
        var kept = school.send(room, LEADER, entry, "on", "2026-09-14", "kind", kind(), "note",
                "Ada was late again", "share", "show");
        assertThat(words(kept)).contains("Saved in your log only", "Ada");
        assertThat(words(school.type(room, ADA, "log", ""))).doesNotContain("late again");
        school.click(room, LEADER, "leader.show", School.value(School.shown(kept), "leader.show"));
        assertThat(words(school.type(room, ADA, "log", ""))).contains("late again");
    }

    @OnBothDatabases
    void aBarrierThatWasRemovedHasAName_andAnEntryKnowsItsGoal(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var entry = School.opened(school.click(room, LEADER, "leader.entry", TEAM.value()));
        assertThat(entry.toString()).doesNotContain("For which goal of yours?");
        var goal = goal(school, room);
        var id = goal.context().split(" ")[2];
        school.send(room, LEADER, goal, "practice", "flex_grouping", "commitment", COVER, "makes_easier", "x", "check",
                "y", "by", "2026-10-01");
        entry = School.opened(school.click(room, LEADER, "leader.entry", TEAM.value()));
        assertThat(entry.toString()).contains("For which goal of yours?", COVER, "initial=Optional[" + id);
        assertThat(School.mended(school.send(room, LEADER, entry, "on", "2026-09-14", "kind", "barrier removed",
                "for_goal", "none of mine"))).containsExactly("barrier", "for_goal");
        assertThat(words(school.send(room, LEADER, entry, "on", "2026-09-14", "kind", "barrier removed", "barrier",
                "Ada had no room", "for_goal", id, "share", "show"))).contains("Saved in your log only");
        var kept = entry.context().split(" ")[2];
        assertThat(words(school.click(room, LEADER, "leader.item", kept))).contains("Which barrier?",
                "Ada had no room", "For my goal", COVER);
        assertThat(counted(school, room, "flex_grouping")).extracting(Counted::count).containsExactly(1, 1);
        school.click(room, LEADER, "leader.show", kept);
        assertThat(words(school.type(room, ADA, "log", ""))).contains("Ada had no room").doesNotContain(COVER);
        school.click(room, LEADER, "leader.show", id);
        assertThat(words(school.type(room, ADA, "log", ""))).contains("Ada had no room, for: " + COVER);
        school.click(room, LEADER, "leader.delete", id);
        assertThat(words(school.click(room, LEADER, "leader.item", kept))).doesNotContain("For my goal");
    }

    @OnBothDatabases
    void aTeamAsksItsLeaderOnceAWeek(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        assertThat(words(school.click(room, ADA, "leader.ask", TEAM.value()))).contains("I am asking your leaders");
        assertThat(words(school.click(room, COACH, "leader.ask", TEAM.value()))).contains("and do not ask twice");
        assertThat(school.composed(room)).singleElement().satisfies(
                one -> assertThat(one.toString()).contains("a goal of your own").doesNotContain("ADA"));
        assertThat(steps(school, room, LEADER, 1)).extracting(NextStep::rank).contains(NextStep.Rank.OPEN_ANSWER);
        assertThat(steps(school, room, ADA, 1)).isEmpty();
        school.send(room, LEADER, goal(school, room), "practice", "inquiry", "commitment", COVER, "makes_easier", "x",
                "check", "y", "by", "2026-10-01");
        school.send(room, LEADER, School.opened(school.click(room, LEADER, "leader.entry", TEAM.value())), "on",
                "2026-09-14", "kind", kind());
        assertThat(counted(school, room)).extracting(Counted::count).containsExactly(1, 1);
        assertThat(school.composed(room)).singleElement().isInstanceOf(Composition.Skip.class);
        assertThat(school.click(room, ADA, "leader.ask", TEAM.value()).toString()).contains("already");
    }

    @OnBothDatabases
    void aPromiseIsAskedAboutOnItsDay(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        school.send(room, LEADER, goal(school, room), "practice", "inquiry", "commitment", COVER, "makes_easier", "x",
                "check", "y", "by", "2026-10-01");
        assertThat(steps(school, room, LEADER, 16)).extracting(NextStep::rank).containsExactly(NextStep.Rank.ANY_TIME);
        assertThat(steps(school, room, LEADER, 17)).extracting(NextStep::rank).contains(NextStep.Rank.OPEN_ANSWER);
    }

    @OnBothDatabases
    void nobodyElseTouchesALog(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var saved = School.shown(school.send(room, LEADER, goal(school, room), "practice", "inquiry", "commitment",
                COVER, "makes_easier", "x", "check", "y", "by", "2026-10-01", "share", "show"));
        var id = item(school, room, saved);
        for (var person : List.of(ADA, COACH, STRANGER)) {
            for (var action : List.of("leader.item", "leader.edit", "leader.keep", "leader.reopen", "leader.release",
                    "leader.show", "leader.hide", "leader.delete")) {
                assertThat(school.click(room, person, action, id)).as(action).isInstanceOf(Reply.Refused.class);
            }
            assertThat(school.click(room, person, "leader.goal", TEAM.value())).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "leader.log", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(words(school.click(room, LEADER, "leader.delete", id))).contains("Deleted");
        assertThat(school.click(room, LEADER, "leader.delete", id)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void aGuideWithoutThemHasNoLog(Database database) {
        var school = new School(database);
        var room = new LeaderRoom(database, school.people, School.guide(), school.outbox);
        assertThat(school.feature(room).commands()).isEmpty();
        assertThat(counted(school, room)).isEmpty();
    }

    private static LeaderRoom room(School school) {
        return new LeaderRoom(school.database, school.people, GUIDE, school.outbox);
    }

    private static Form goal(School school, LeaderRoom room) {
        return School.opened(school.click(room, LEADER, "leader.goal", TEAM.value()));
    }

    private static String kind() {
        return GUIDE.workbook().tool("admin_log").orElseThrow().field("kind").orElseThrow().options().getFirst();
    }

    /** The id of the newest thing in the leader's log. */
    private static String item(School school, LeaderRoom room, Card saved) {
        assertThat(saved.toString()).contains("Saved");
        return School.value(School.shown(school.type(room, LEADER, "log", "")), "leader.item");
    }

    private static String words(Reply reply) {
        return School.shown(reply).toString();
    }

    private static List<Section> sections(School school, LeaderRoom room) {
        return school.database.read(
                tx -> room.sections(tx, SETTINGS, new Period(NOW, NOW.plus(Duration.ofDays(7))), View.TEAM));
    }

    private static List<Counted> counted(School school, LeaderRoom room) {
        return counted(school, room, "inquiry");
    }

    private static List<Counted> counted(School school, LeaderRoom room, String practice) {
        return school.database.read(tx -> room.counted(tx, SETTINGS, practice, NOW));
    }

    private static List<NextStep> steps(School school, LeaderRoom room, PersonId person, int days) {
        Instant then = NOW.plus(Duration.ofDays(days));
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), then));
    }
}
