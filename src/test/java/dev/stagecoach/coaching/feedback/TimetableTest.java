package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.QuietHours;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimetableTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final LocalDate THANKSGIVING = LocalDate.of(2026, 11, 26);
    private final Timetable timetable = new Timetable(new Day(BOISE, QuietHours.USUAL,
            List.of(new DaysOff(THANKSGIVING, THANKSGIVING.plusDays(1), "Thanksgiving"))));

    @Test
    void hoursCountOnSchoolDaysOnly() {
        assertThat(timetable.deadline(at(14, 10, 0), 48)).isEqualTo(at(16, 10, 0));
        assertThat(timetable.deadline(at(18, 14, 0), 48)).as("over a weekend").isEqualTo(at(22, 14, 0));
        assertThat(timetable.deadline(at(19, 12, 0), 24)).as("from a Saturday").isEqualTo(at(22, 0, 0));
        var eve = THANKSGIVING.minusDays(1).atTime(12, 0).atZone(BOISE).toInstant();
        assertThat(timetable.deadline(eve, 24))
                .isEqualTo(LocalDateTime.of(2026, 11, 30, 12, 0).atZone(BOISE).toInstant());
    }

    @Test
    void aTurnTakesItsShareOfTheOpenHoursThatAreLeft() {
        var deadline = at(16, 10, 0);
        // 6.5 hours on Monday, 9 on Tuesday, 2.5 on Wednesday.
        assertThat(timetable.share(at(14, 10, 0), deadline, 3, 18)).isEqualTo(at(14, 13, 0));
        assertThat(timetable.share(at(14, 10, 0), deadline, 9, 18)).isEqualTo(at(15, 10, 0));
        assertThat(timetable.share(at(14, 10, 0), deadline, 18, 18)).isEqualTo(deadline);
        assertThat(timetable.share(at(14, 20, 0), deadline, 9, 23)).as("asked in the evening")
                .isEqualTo(at(15, 12, 0));
    }

    @Test
    void whenNothingIsLeftATurnEndsAtOnce() {
        assertThat(timetable.share(at(16, 11, 0), at(16, 10, 0), 3, 6)).isEqualTo(at(16, 10, 0));
        assertThat(timetable.share(at(14, 17, 0), at(14, 18, 0), 3, 6)).isEqualTo(at(14, 17, 0));
    }

    private static Instant at(int day, int hour, int minute) {
        return LocalDateTime.of(2026, 9, day, hour, minute).atZone(BOISE).toInstant();
    }
}
