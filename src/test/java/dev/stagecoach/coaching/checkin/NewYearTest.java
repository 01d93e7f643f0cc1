package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.checkin.Classroom.BOISE;
import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

/** December 28, 2026 to January 3, 2027 is the 53rd week of a year that has one more than most. */
class NewYearTest {
    private static final Instant DECEMBER = Instant.parse("2026-12-01T16:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2027-02-01T16:00:00Z");

    @OnBothDatabases
    void everyWeekIsAskedOnce(Database database) {
        assertThat(asked(database, 1)).containsExactly("2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22",
                "2026-12-29", "2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26");
    }

    @OnBothDatabases
    void everySecondWeekStaysEverySecondWeek(Database database) {
        assertThat(asked(database, 2)).containsExactly("2026-12-08", "2026-12-22", "2027-01-05", "2027-01-19");
    }

    /** The days on which a teacher is asked. */
    private static List<String> asked(Database database, int weeks) {
        var classroom = new Classroom(database);
        var open = (Reply.Open) classroom.click("checkin.new", classroom.team.id().value(), COACH, MONDAY);
        var next = (Reply.Next) classroom.submit("checkin.schedule", open.form().context(), COACH, MONDAY,
                Classroom.plan("explore_weekly", Map.of("rhythm", List.of(Integer.toString(weeks)))));
        classroom.submit("checkin.confirm", next.form().context(), COACH, MONDAY, Map.of());
        classroom.tick(DECEMBER.minus(Duration.ofDays(1)));
        var before = days(classroom, TEACHERS.getFirst()).size();
        for (var now = DECEMBER; now.isBefore(FEBRUARY); now = now.plus(Duration.ofHours(6))) {
            classroom.tick(now);
        }
        return days(classroom, TEACHERS.getFirst()).stream().skip(before).map(LocalDate::toString).toList();
    }

    private static List<LocalDate> days(Classroom classroom, PersonId teacher) {
        return classroom.planned("checkin.ask", teacher).stream()
                .map(row -> LocalDate.ofInstant(row.delivery().dueAt(), BOISE)).sorted().toList();
    }
}
