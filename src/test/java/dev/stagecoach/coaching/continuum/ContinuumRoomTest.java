package dev.stagecoach.coaching.continuum;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.rounds.AssessmentRoom;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ContinuumRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String INQUIRY = TEAM + " inquiry";
    private static final String OURS = "They ask, we listen. 🎉 <!channel>";
    private static final String SHIPPED = GUIDE.practice("inquiry").orElseThrow().student().levels().getFirst();

    @OnBothDatabases
    void itIsAdoptedAsItIsAndASecondClickChangesNothing(Database database) {
        var school = new School(database);
        var room = room(school);
        assertThat(open(school, room, ADA).toString()).contains("Read it together", SHIPPED, "What it asks of us",
                "continuum.adopt");
        assertThat(count(database, room, Fact.CONTINUUM_ADOPTED)).isZero();
        var adopted = School.shown(school.click(room, ADA, "continuum.adopt", INQUIRY));
        assertThat(adopted.toString()).contains("In the guide's words, since Mon, Sep 14, 2026")
                .doesNotContain("continuum.adopt");
        assertThat(School.shown(school.click(room, BEN, "continuum.adopt", INQUIRY))).isEqualTo(adopted);
        assertThat(count(database, room, Fact.CONTINUUM_ADOPTED)).isEqualTo(1);
    }

    @OnBothDatabases
    void ownWordsStandBesideTheGuidesAndGoAgain(Database database) {
        var school = new School(database);
        var room = room(school);
        word(school, room, ADA, OURS);
        var page = open(school, room, BEN);
        assertThat(page.toString()).contains("In our own words", OURS, "The guide: " + SHIPPED)
                .doesNotContain("continuum.history");
        var late = School.opened(school.click(room, BEN, "continuum.edit", INQUIRY + " student"));
        assertThat(late.fields().toString()).contains("The guide: " + SHIPPED);
        word(school, room, COACH, "Otherwise.");
        assertThat(school.send(room, BEN, late, "student_1", "Late.").toString()).contains("COACH changed this");
        word(school, room, ADA, "");
        assertThat(open(school, room, ADA).toString()).contains("In the guide's words").doesNotContain("The guide: ");
        var history = School.shown(school.click(room, LEADER, "continuum.history", INQUIRY));
        assertThat(history.toString()).contains("1 level in our own words", "in the guide's words");
    }

    @OnBothDatabases
    void eachSideKeepsItsWordsWhenTheOtherIsEdited(Database database) {
        var school = new School(database);
        var room = room(school);
        word(school, room, ADA, OURS);
        var adults = School.opened(school.click(room, ADA, "continuum.edit", INQUIRY + " system"));
        school.send(room, ADA, adults, "system_4", "We follow.");
        assertThat(open(school, room, ADA).toString()).contains(OURS, "We follow.");
        assertThat(School.mended(school.send(room, ADA, adults, "system_4", "x".repeat(10_000))))
                .containsExactly("system_4");
    }

    @OnBothDatabases
    void aRoundKeepsTheWordsThatItWasOpenedWith(Database database) {
        var school = new School(database);
        var room = room(school);
        var rounds = new AssessmentRoom(database, school.people, GUIDE, school.outbox);
        word(school, room, ADA, OURS);
        var opening = School.opened(school.click(rounds, COACH, "assessment.open_anyway", TEAM.value()));
        school.send(rounds, COACH, opening, "practices", "inquiry", "day", "2026-09-20", "time", "15:00");
        var later = School.opened(school.click(room, ADA, "continuum.edit", INQUIRY + " student"));
        var changed = Objects.requireNonNull(school.feature(room).forms().get(later.id()))
                .apply(new Call.Submission(ADA,
                        later.id(), later.context(), new Answers(Map.of("student_1", List.of("Changed since."))),
                        NOW.plus(Duration.ofHours(1))));
        assertThat(changed).isInstanceOf(Reply.ToYou.class);
        assertThat(open(school, room, ADA).toString()).contains("Changed since.");
        var rating = School.opened(school.type(rounds, ADA, "rate", ""));
        var round = rating.context().split(" ")[0];
        var wording = School.opened(school.click(rounds, ADA, "assessment.wording", round + " inquiry"));
        assertThat(wording.fields().toString()).contains(OURS).doesNotContain("Changed since.");
        assertThat(school.click(rounds, STRANGER, "assessment.wording", round + " inquiry"))
                .isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void standardsAreLinkedFromFrameworksAndInOwnLines(Database database) {
        var school = new School(database);
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "continuum.link", INQUIRY));
        assertThat(form.fields().toString()).contains("Framework for Teaching: 1e");
        var shown = School.shown(send(school, room, COACH, form.context(), Map.of("known", List.of("0", "99"), "lines",
                List.of("District goal 3\n\n District goal 3 \nOur charter"))));
        assertThat(shown.toString()).contains("Framework for Teaching: 1e", "District goal 3", "Our charter",
                "never turn a level into a rating");
        assertThat(count(database, room, Fact.STANDARDS_LINKED)).isEqualTo(3);
        var again = School.opened(school.click(room, ADA, "continuum.link", INQUIRY));
        assertThat(again.fields().toString()).contains("initial=District goal 3\nOur charter");
        assertThat(School.mended(school.send(room, ADA, again, "lines", "x\n".repeat(21) + "y".repeat(201))))
                .containsExactly("lines");
        assertThat(School.mended(school.send(room, ADA, again, "lines", "x".repeat(10_000)))).containsExactly("lines");
    }

    @OnBothDatabases
    void leadersLookOnAndStrangersSeeNothing(Database database) {
        var school = new School(database);
        var room = room(school);
        assertThat(open(school, room, LEADER).toString()).contains(SHIPPED).doesNotContain("continuum.edit",
                "continuum.adopt");
        for (var action : List.of("adopt", "edit", "link")) {
            assertThat(school.click(room, LEADER, "continuum." + action, INQUIRY + " student")).as(action)
                    .isInstanceOf(Reply.Refused.class);
        }
        for (var action : List.of("open", "history", "adopt", "edit", "link")) {
            assertThat(school.click(room, STRANGER, "continuum." + action, INQUIRY + " student")).as(action)
                    .isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, ADA, "continuum." + action, TEAM + " gone")).as(action)
                    .isInstanceOf(Reply.Refused.class);
        }
        var form = School.opened(school.click(room, ADA, "continuum.edit", INQUIRY + " student"));
        assertThat(school.send(room, LEADER, form, "student_1", OURS)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "continuum.open", TEAM.value()).toString()).contains("comes first",
                "goal.choose");
    }

    private static ContinuumRoom room(School school) {
        return new ContinuumRoom(school.people, GUIDE);
    }

    private static void word(School school, Room room, PersonId person, String words) {
        var form = School.opened(school.click(room, person, "continuum.edit", INQUIRY + " student"));
        School.shown(words.isEmpty()
                ? school.send(room, person, form)
                : school.send(room, person, form, "student_1", words));
    }

    private static Reply send(School school, Room room, PersonId person, String context,
            Map<String, List<String>> values) {
        return Objects.requireNonNull(school.feature(room).forms().get("continuum.standards"))
                .apply(new Call.Submission(person, "continuum.standards", context, new Answers(values), NOW));
    }

    private static Card open(School school, Room room, PersonId person) {
        return School.shown(school.click(room, person, "continuum.open", INQUIRY));
    }

    private static int count(Database database, Room room, Fact fact) {
        return database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).stream()
                .filter(one -> one.fact() == fact).mapToInt(Counted::count).sum();
    }
}
