package dev.stagecoach.coaching.due;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DueTest {
    @ParameterizedTest
    @CsvSource({"2026-12-27, 2026-W52", "2026-12-28, 2026-W53", "2026-12-31, 2026-W53", "2027-01-01, 2026-W53",
            "2027-01-03, 2026-W53", "2027-01-04, 2027-W01", "2025-12-29, 2026-W01"})
    void aWeekOverTheNewYearIsOneWeek(LocalDate day, String week) {
        assertThat(Due.week(day)).isEqualTo(week);
    }
}
