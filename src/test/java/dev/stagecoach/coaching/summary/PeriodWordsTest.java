package dev.stagecoach.coaching.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import dev.stagecoach.coaching.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodWordsTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    /** Wednesday, 9:00 in Boise. */
    private static final Instant NOW = Instant.parse("2026-09-16T15:00:00Z");

    @Test
    void weeksRunFromMonday() {
        assertThat(read("", NOW)).isEqualTo(new Period(Instant.parse("2026-09-14T06:00:00Z"), NOW));
        assertThat(read("This  Week ", NOW)).isEqualTo(read("", NOW));
        assertThat(read("last week", NOW)).isEqualTo(
                new Period(Instant.parse("2026-09-07T06:00:00Z"), Instant.parse("2026-09-14T06:00:00Z")));
    }

    @Test
    void theLastDayBelongsToARange() {
        assertThat(read("2026-09-01 to 2026-09-05", NOW)).isEqualTo(
                new Period(Instant.parse("2026-09-01T06:00:00Z"), Instant.parse("2026-09-06T06:00:00Z")));
        assertThat(read("since 2026-09-16", NOW)).isEqualTo(new Period(Instant.parse("2026-09-16T06:00:00Z"), NOW));
    }

    @Test
    void aWeekIsSevenLocalDaysWhenTheClocksGoBack() {
        var week = read("last week", Instant.parse("2026-11-03T15:00:00Z"));
        assertThat(Duration.between(week.from(), week.until())).isEqualTo(Duration.ofHours(7 * 24 + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "since", "since monday", "2026-02-30 to 2026-03-01",
            "2026-09-05 to 2026-09-01", "2025-01-01 to 2026-09-01", "since 2027-01-01", "since +999999999-01-01",
            "<!channel>", "'; drop table team; --", "🎉", "שלום"})
    void otherWordsAreRefusedWithExamples(String words) {
        assertThat(PeriodWords.read(words, NOW, BOISE)).isInstanceOfSatisfying(PeriodWords.Read.Bad.class,
                bad -> assertThat(bad.reason()).contains("/coach summary last week"));
    }

    private static Period read(String words, Instant now) {
        return ((PeriodWords.Read.Good) PeriodWords.read(words, now, BOISE)).period();
    }
}
