package dev.stagecoach.coaching.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"America/Boise", "Asia/Kathmandu", "Pacific/Chatham", "Asia/Tokyo", "Pacific/Honolulu"})
    void theLastWeekOfALongYearRunsIntoTheNext(String name) {
        var zone = ZoneId.of(name);
        var monday = LocalDate.of(2026, 12, 28).atStartOfDay(zone).toInstant();
        var after = LocalDate.of(2027, 1, 4).atStartOfDay(zone).toInstant();
        var last = after.minusSeconds(1);
        assertThat(PeriodWords.read("this week", last, zone))
                .isEqualTo(new PeriodWords.Read.Good(new Period(monday, last)));
        assertThat(PeriodWords.read("last week", after, zone))
                .isEqualTo(new PeriodWords.Read.Good(new Period(monday, after)));
        assertThat(PeriodWords.read("this week", after.plusSeconds(1), zone))
                .isEqualTo(new PeriodWords.Read.Good(new Period(after, after.plusSeconds(1))));
    }

    /** Today is September 16; what reaches beyond it ends now. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “last week” | 2026-09-07 | 2026-09-13
            'past week' | 2026-09-07 | 2026-09-13
            LAST MONTH. | 2026-08-01 | 2026-08-31
            this month | 2026-09-01 | 2026-09-16
            this year | 2026-01-01 | 2026-09-16
            last 7 days | 2026-09-10 | 2026-09-16
            the past two weeks | 2026-09-03 | 2026-09-16
            last 3 months | 2026-06-17 | 2026-09-16
            yesterday | 2026-09-15 | 2026-09-15
            Sep 1 | 2026-09-01 | 2026-09-01
            Sept. 1st, 2026 | 2026-09-01 | 2026-09-01
            1 September | 2026-09-01 | 2026-09-01
            Tue, Sep 1, 2026 | 2026-09-01 | 2026-09-01
            Dec 24 | 2025-12-24 | 2025-12-24
            9/1/2026 | 2026-09-01 | 2026-09-01
            9/1/26 | 2026-09-01 | 2026-09-01
            9/1 | 2026-09-01 | 2026-09-01
            13/9/2026 | 2026-09-13 | 2026-09-13
            2026-9-1 | 2026-09-01 | 2026-09-01
            2026/09/01 | 2026-09-01 | 2026-09-01
            August | 2026-08-01 | 2026-08-31
            October | 2025-10-01 | 2025-10-31
            2026-08 | 2026-08-01 | 2026-08-31
            since Monday | 2026-09-14 | 2026-09-16
            since last Monday | 2026-09-14 | 2026-09-16
            since Wednesday | 2026-09-16 | 2026-09-16
            since last Wednesday | 2026-09-09 | 2026-09-16
            since last month | 2026-08-01 | 2026-09-16
            from Sep 1 | 2026-09-01 | 2026-09-16
            Sep 1 - Sep 14 | 2026-09-01 | 2026-09-14
            Sep 1 – Sep 14 | 2026-09-01 | 2026-09-14
            Sep 1–14, 2026 | 2026-09-01 | 2026-09-14
            1 - 14 September | 2026-09-01 | 2026-09-14
            Sep 1 — 14 | 2026-09-01 | 2026-09-14
            9/1-9/14 | 2026-09-01 | 2026-09-14
            9/1/2026 − 9/14/2026 | 2026-09-01 | 2026-09-14
            2026-09-01-2026-09-14 | 2026-09-01 | 2026-09-14
            2026-9-1–2026-9-14 | 2026-09-01 | 2026-09-14
            between Sep 1 and Sep 14 | 2026-09-01 | 2026-09-14
            from September 1 through September 14 | 2026-09-01 | 2026-09-14
            Monday to Friday | 2026-09-14 | 2026-09-16
            June to August | 2026-06-01 | 2026-08-31
            Sep 1 until now | 2026-09-01 | 2026-09-16
            Sep 1 - Sep 14, 2025 | 2025-09-01 | 2025-09-14
            Dec 15 - Jan 10 | 2025-12-15 | 2026-01-10
            Sep 1 to Dec 31 | 2026-09-01 | 2026-09-16
            """, quoteCharacter = '\u0001')
    void asPeopleWriteIt(String words, LocalDate first, LocalDate last) {
        for (var typed : new String[]{words, words.replace(' ', '\u00a0'), words.toUpperCase(Locale.ROOT)}) {
            assertThat(days(typed)).as(typed).isEqualTo(first + " " + last);
        }
    }

    /** What a summary's own title says can be typed again, whatever the days. */
    @Test
    void theTitleOfASummaryIsReadAsItsDays() {
        var random = new Random(7);
        var today = LocalDate.of(2026, 9, 16);
        for (var round = 0; round < 2_000; round++) {
            var last = today.minusDays(random.nextInt(1_500));
            var first = last.minusDays(random.nextInt(365));
            assertThat(days(DateText.daysAndYear(first, last))).isEqualTo(first + " " + last);
            assertThat(days(first + " - " + last)).isEqualTo(first + " " + last);
        }
    }

    /** Whatever is typed: a period that has begun, is no longer than a year, and ends by now, or words on why not. */
    @Test
    void noWordsBreakIt() {
        var parts = new String[]{"since", "last", "next", "week", "Sep", "31", "2/30", "–", "-", "to", "and", "Monday",
                "9",
                "2026", "0", "’", "🎉", " ", "a", "99999999999", ",", "may", "month", "from", "until", "school year"};
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var words = new StringBuilder();
            for (var count = random.nextInt(6); count >= 0; count--) {
                words.append(parts[random.nextInt(parts.length)]).append(random.nextBoolean() ? " " : "");
            }
            switch (PeriodWords.read(words.toString(), NOW, BOISE)) {
                case PeriodWords.Read.Good(var period) -> assertThat(period.from()).as("%s", words).isBefore(NOW)
                        .isBefore(period.until()).isAfter(period.until().minus(Duration.ofDays(367)));
                case PeriodWords.Read.Bad(var reason) -> assertThat(reason).contains("/coach summary last month");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"the other day", "since", "since foo", "2026-02-30 to 2026-03-01", "2026-02-30",
            "2026-09-05 to 2026-09-01", "Sep 14 - Sep 1", "2025-01-01 to 2026-09-01", "since 2027-01-01",
            "since tomorrow", "since +999999999-01-01", "<!channel>", "'; drop table team; --", "🎉", "שלום", "-",
            "next week", "9/31", "Sep 31"})
    void otherWordsAreRefusedWithExamples(String words) {
        assertThat(PeriodWords.read(words, NOW, BOISE)).isInstanceOfSatisfying(PeriodWords.Read.Bad.class,
                bad -> assertThat(bad.reason()).contains("/coach summary last month"));
    }

    @Test
    void theRefusalNamesWhatIsMissing() {
        assertThat(refusal("the other day")).startsWith("I do not understand “the other day” as a time.");
        assertThat(refusal("x".repeat(1_000))).hasSizeLessThan(250);
        assertThat(refusal("this semester")).startsWith("I do not know when your semester begins.");
        assertThat(refusal("Sep 14 - Sep 1")).startsWith("The period ends before it begins.");
        assertThat(refusal("tomorrow")).startsWith("That has not happened yet: Thu, Sep 17, 2026");
    }

    private static String refusal(String words) {
        return ((PeriodWords.Read.Bad) PeriodWords.read(words, NOW, BOISE)).reason();
    }

    private static String days(String words) {
        var period = read(words, NOW);
        return LocalDate.ofInstant(period.from(), BOISE) + " "
                + LocalDate.ofInstant(period.until().minusMillis(1), BOISE);
    }

    private static Period read(String words, Instant now) {
        return PeriodWords.read(words, now, BOISE) instanceof PeriodWords.Read.Good(var period)
                ? period
                : new Period(Instant.EPOCH, Instant.EPOCH);
    }
}
