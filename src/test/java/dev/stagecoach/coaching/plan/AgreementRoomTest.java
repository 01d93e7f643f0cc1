package dev.stagecoach.coaching.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.goal.GoalRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
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

class AgreementRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void aWayOfCoachingIsChosenAndTheCoachIsNamed(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        assertThat(School.shown(school.click(room, ADA, "agreement.page", TEAM.value())).toString())
                .contains("has not agreed");
        assertThat(School.shown(school.click(room, ADA, "agreement.choose", TEAM.value())).toString())
                .contains("Identify, learn, improve", "From student results", "after Jim Knight");
        agree(school, room);
        var counted = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.receipts())
                .containsExactly("Identify, learn, improve, with COACH, in touch at least every 14 days.");
        var edit = School.opened(school.click(room, BEN, "agreement.edit", TEAM.value()));
        assertThat(edit.toString()).contains("initial=Optional[6]", "initial=Optional[14]");
    }

    @OnBothDatabases
    void theCoachSeesWhenAWordIsDue_daysOffLeftOut(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        agree(school, room);
        assertThat(steps(school, room, COACH, 13)).isEmpty();
        assertThat(steps(school, room, COACH, 14)).hasSize(1);
        assertThat(steps(school, room, ADA, 14)).isEmpty();
        assertThat(steps(school, room, LEADER, 14)).isEmpty();
        var noted = School.shown(school.click(room, COACH, "agreement.talked", TEAM.value()));
        school.click(room, COACH, "agreement.talked", TEAM.value());
        assertThat(School.shown(school.click(room, ADA, "agreement.page", TEAM.value())).toString())
                .contains("Sep 14, 2026").doesNotContain("We talked");
        assertThat(School.shown(school.click(room, LEADER, "agreement.page", TEAM.value())).toString())
                .doesNotContain("Last contact");
        school.click(room, COACH, "agreement.undo", School.value(noted, "agreement.undo"));
        assertThat(School.shown(school.click(room, ADA, "agreement.page", TEAM.value())).toString())
                .contains("none yet");
        database.change(tx -> new SchoolCalendarStore().add(tx, SETTINGS.id(), SchoolDays.found(new DaysOff(
                LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 22), "Fair")), NOW));
        assertThat(steps(school, room, COACH, 15)).isEmpty();
        assertThat(steps(school, room, COACH, 16)).hasSize(1);
    }

    @OnBothDatabases
    void noLeaderCoaches_andOnlyTheCoachNotesAContact(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "agreement.use", TEAM + " -"));
        assertThat(School.mended(school.send(room, ADA, form, "coach", LEADER.toString(), "weeks", "0", "contact",
                "61"))).containsExactly("coach", "contact", "weeks");
        assertThat(School.mended(school.send(room, ADA, form, "coach", STRANGER.toString(), "weeks", "many")))
                .containsExactly("coach", "contact", "weeks");
        assertThat(school.click(room, COACH, "agreement.talked", TEAM.value())).isInstanceOf(Reply.Refused.class);
        agree(school, room);
        assertThat(school.click(room, ADA, "agreement.talked", TEAM.value())).isInstanceOf(Reply.Refused.class);
        for (var person : List.of(LEADER, STRANGER)) {
            for (var action : List.of("agreement.choose", "agreement.edit", "agreement.talked", "agreement.undo")) {
                assertThat(school.click(room, person, action, TEAM.value())).isInstanceOf(Reply.Refused.class);
            }
            assertThat(school.send(room, person, form, "coach", COACH.toString(), "weeks", "6", "contact", "14"))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "agreement.page", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    /** Six weeks from September 14 end on October 26. */
    @OnBothDatabases
    void theCoachHearsTwoWeeksBeforeACycleEndsInTheMessageOfOneWeek(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        agree(school, room);
        assertThat(ends(school, room, COACH, 30)).as("without a goal there is no cycle").isFalse();
        var goals = new GoalRoom(database, school.people, GUIDE, school.journeys);
        school.choosesPractice(goals, "inquiry", "They ask little");
        School.shown(school.send(goals, ADA, School.opened(school.click(goals, ADA, Ways.WRITE_GOAL, TEAM)), "sentence",
                "Students will ask"));
        assertThat(ends(school, room, COACH, 27)).isFalse();
        assertThat(ends(school, room, COACH, 28)).isTrue();
        assertThat(ends(school, room, ADA, 28)).isFalse();
        assertThat(told(school, room, 28)).isTrue();
        assertThat(told(school, room, 35)).as("the next week's message does not say it again").isFalse();
        assertThat(ends(school, room, COACH, 60)).as("Home does").isTrue();
    }

    private static boolean ends(School school, AgreementRoom room, PersonId person, int days) {
        return steps(school, room, person, days).stream()
                .anyMatch(step -> step.words().contains("ends around Mon, Oct 26"));
    }

    private static boolean told(School school, AgreementRoom room, int days) {
        return school.database.read(tx -> room.due(tx, SETTINGS, COACH,
                school.people.members().standing(tx, TEAM, COACH), NOW.plus(Duration.ofDays(days)))).stream()
                .anyMatch(step -> step.words().contains("ends around Mon, Oct 26"));
    }

    private static AgreementRoom room(School school) {
        return new AgreementRoom(school.people, GUIDE);
    }

    private static void agree(School school, AgreementRoom room) {
        var form = School
                .opened(school.click(room, COACH, "agreement.use", TEAM + " identify_learn_improve"));
        School.shown(school.send(room, COACH, form, "model", "identify_learn_improve", "coach", COACH.toString(),
                "weeks", "6", "contact", "14"));
    }

    private static List<NextStep> steps(School school, AgreementRoom room, PersonId person, int days) {
        Instant now = NOW.plus(Duration.ofDays(days));
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now));
    }
}
