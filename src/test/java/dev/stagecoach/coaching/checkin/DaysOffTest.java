package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

/** What a coach is told beforehand of check-ins that fall on days off. */
class DaysOffTest {
    private static final DaysOff WINTER = new DaysOff(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 1),
            "Winter break");
    private static final String FALLS = "Tue, Dec 22 falls in Winter break. The next check-in after Tue, Dec 8 is Tue, "
            + "Jan 5: four weeks.";

    @OnBothDatabases
    void theScheduleTellsWhenItIsMade_inTheList_andOnHomeFourWeeksAhead(Database database) {
        var classroom = new Classroom(database);
        off(classroom, WINTER);
        var next = everyTwoWeeks(classroom);
        assertThat(next.form().fields().toString()).contains(FALLS);
        assertThat(classroom.submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of()).toString())
                .contains("The first one goes out on Tue, Sep 15", FALLS);
        assertThat(listed(classroom)).contains(FALLS);
        assertThat(home(classroom, "2026-11-23T16:00:00Z")).noneMatch(words -> words.contains("Winter break"));
        assertThat(home(classroom, "2026-11-24T16:00:00Z")).contains(FALLS);
        assertThat(home(classroom, "2026-12-23T16:00:00Z")).noneMatch(words -> words.contains("Winter break"));
    }

    @OnBothDatabases
    void daysOffThatAreAddedLaterAreTold_andAFirstDateOnThemIsNotPromised(Database database) {
        var classroom = new Classroom(database);
        var next = everyTwoWeeks(classroom);
        assertThat(next.form().fields().toString()).doesNotContain("falls");
        off(classroom, new DaysOff(LocalDate.of(2026, 9, 15), LocalDate.of(2026, 9, 15), "Fire drill day"));
        assertThat(classroom.submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of()).toString())
                .contains("The first one goes out on Tue, Sep 29",
                        "Tue, Sep 15 falls on Fire drill day. The first check-in is Tue, Sep 29.");
        assertThat(home(classroom, MONDAY.toString())).anyMatch(words -> words.contains("Fire drill day"));
        assertThat(home(classroom, TEACHERS.getFirst(), MONDAY.toString())).as("for coaches").isEmpty();
    }

    private static void off(Classroom classroom, DaysOff days) {
        classroom.database.change(tx -> new SchoolCalendarStore().add(tx, classroom.team.id(),
                SchoolDays.found(days), MONDAY));
    }

    private static Reply.Next everyTwoWeeks(Classroom classroom) {
        var open = (Reply.Open) classroom.click("checkin.new", classroom.team.id().value(), COACH, MONDAY);
        return (Reply.Next) classroom.submit("checkin.schedule", open.form().context(), COACH, MONDAY,
                Classroom.plan("explore_weekly", Map.of("rhythm", List.of("2"))));
    }

    private static String listed(Classroom classroom) {
        return classroom.click("checkin.list", classroom.team.id().value(), COACH, MONDAY).toString();
    }

    private static List<String> home(Classroom classroom, String now) {
        return home(classroom, COACH, now);
    }

    private static List<String> home(Classroom classroom, PersonId person, String now) {
        return classroom.database.read(tx -> classroom.room.steps(tx, classroom.team, person,
                classroom.people.members().standing(tx, classroom.team.id(), person), Instant.parse(now))).stream()
                .map(NextStep::words).toList();
    }
}
