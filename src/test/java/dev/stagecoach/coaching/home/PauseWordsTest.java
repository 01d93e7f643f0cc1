package dev.stagecoach.coaching.home;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PauseWordsTest {
    /** A Wednesday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 16);

    @ParameterizedTest
    @CsvSource({"until Monday, 2026-09-21", "Monday, 2026-09-21", "till next mon., 2026-09-21",
            "until Wednesday, 2026-09-23", "check-ins until Oct 5, 2026-10-05", "until “tomorrow”, 2026-09-17",
            "until 10/5, 2026-10-05", "until 1/4, 2027-01-04", "until next week, 2026-09-21", "this week, 2026-09-21",
            "for two weeks, 2026-09-30", "for 10 days, 2026-09-26", "for a month, 2026-10-16",
            "until next month, 2026-10-01", "for today, 2026-09-17", "until January, 2027-01-01"})
    void theFirstDayAfterThePause(String typed, LocalDate day) {
        assertThat(PauseWords.read(typed, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "until", "forever", "until yesterday", "until today", "for 900 days",
            "until 2026-09-16",
            "for 0 days", "until 2/30", "until 99999999999999999999"})
    void otherWordsTellNoDay(String typed) {
        assertThat(PauseWords.read(typed, TODAY)).isEmpty();
    }
}
