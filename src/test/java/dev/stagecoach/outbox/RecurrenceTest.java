package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.stagecoach.outbox.Recurrence.MonthlyOnDay;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Nth;
import dev.stagecoach.outbox.Recurrence.Weekly;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecurrenceTest {
    private static final LocalDate START = LocalDate.parse("2026-09-01");
    private static final ZoneId BOISE = ZoneId.of("America/Boise");

    @Test
    void everyOtherTuesdayKeepsItsLocalTimeAcrossTheChangeOfTheClocks() {
        var rhythm = new Weekly(2, Set.of(DayOfWeek.TUESDAY), LocalTime.of(14, 30), LocalDate.parse("2026-10-20"));
        assertThat(rhythm.preview(3, Instant.parse("2026-10-01T00:00:00Z"), BOISE)).containsExactly(
                Instant.parse("2026-10-20T20:30:00Z"), Instant.parse("2026-11-03T21:30:00Z"),
                Instant.parse("2026-11-17T21:30:00Z"));
    }

    @Test
    void theFirstGivenDayAfterTheStartCountsAsTheFirstWeek() {
        var saturday = LocalDate.parse("2026-09-05");
        var rhythm = new Weekly(3, Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), LocalTime.NOON, saturday);
        assertThat(rhythm.dates(LocalDate.MIN).limit(4)).containsExactly(LocalDate.parse("2026-09-07"),
                LocalDate.parse("2026-09-09"), LocalDate.parse("2026-09-28"), LocalDate.parse("2026-09-30"));
    }

    @ParameterizedTest
    @CsvSource({"America/Boise, 2027-03-14, 02:30, 2027-03-14T09:00:00Z",
            "America/Los_Angeles, 2027-03-14, 02:00, 2027-03-14T10:00:00Z",
            "Europe/Berlin, 2027-03-28, 02:59, 2027-03-28T01:00:00Z",
            "Australia/Lord_Howe, 2026-10-04, 02:15, 2026-10-03T15:30:00Z"})
    void aSkippedTimeBecomesTheFirstValidMinute(String zone, LocalDate day, LocalTime time, Instant expected) {
        var rhythm = new Weekly(1, Set.of(day.getDayOfWeek()), time, day);
        assertThat(rhythm.next(expected.minusSeconds(1), ZoneId.of(zone))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"America/Boise, 2026-11-01, 01:30, 2026-11-01T07:30:00Z",
            "America/Los_Angeles, 2026-11-01, 01:00, 2026-11-01T08:00:00Z",
            "Australia/Lord_Howe, 2027-04-04, 01:45, 2027-04-03T14:45:00Z"})
    void aDoubledTimeCountsOnce(String zone, LocalDate day, LocalTime time, Instant first) {
        var rhythm = new Weekly(1, Set.of(day.getDayOfWeek()), time, day);
        var times = rhythm.preview(2, first.minusSeconds(1), ZoneId.of(zone));
        assertThat(times.getFirst()).isEqualTo(first);
        assertThat(times.getLast()).isAfter(first.plusSeconds(6 * 24 * 3600));
    }

    @Test
    void aZoneThatSkipsADayLosesNoTimeAndDoublesNone() {
        var daily = new Weekly(1, EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalDate.parse("2011-12-29"));
        assertThat(daily.preview(3, Instant.parse("2011-12-28T00:00:00Z"), ZoneId.of("Pacific/Apia"))).containsExactly(
                Instant.parse("2011-12-29T18:00:00Z"), Instant.parse("2011-12-30T10:00:00Z"),
                Instant.parse("2011-12-30T18:00:00Z"));
    }

    @Test
    void monthsThatAreTooShortGiveTheirLastDay() {
        var rhythm = new MonthlyOnDay(31, LocalTime.of(9, 0), LocalDate.parse("2027-01-31"));
        assertThat(rhythm.dates(LocalDate.MIN).limit(4)).containsExactly(LocalDate.parse("2027-01-31"),
                LocalDate.parse("2027-02-28"), LocalDate.parse("2027-03-31"), LocalDate.parse("2027-04-30"));
    }

    @Test
    void theSecondAndTheLastWeekdayOfAMonth() {
        var second = new MonthlyOnWeekday(Nth.SECOND, DayOfWeek.TUESDAY, LocalTime.of(9, 0), START);
        var last = new MonthlyOnWeekday(Nth.LAST, DayOfWeek.FRIDAY, LocalTime.of(9, 0), START);
        assertThat(second.dates(LocalDate.MIN).limit(2)).containsExactly(LocalDate.parse("2026-09-08"),
                LocalDate.parse("2026-10-13"));
        assertThat(last.dates(LocalDate.MIN).limit(2)).containsExactly(LocalDate.parse("2026-09-25"),
                LocalDate.parse("2026-10-30"));
    }

    @Test
    void peopleReadIt() {
        var half = LocalTime.of(14, 30);
        assertThat(new Weekly(2, Set.of(DayOfWeek.TUESDAY), half, START).words())
                .isEqualTo("every 2 weeks on Tuesday at 2:30 PM");
        assertThat(
                new Weekly(1, Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY), LocalTime.of(8, 5), START)
                        .words())
                .isEqualTo("every week on Monday, Tuesday and Friday at 8:05 AM");
        assertThat(new MonthlyOnDay(22, half, START).words()).isEqualTo("every month on the 22nd at 2:30 PM");
        assertThat(new MonthlyOnDay(31, half, START).words())
                .isEqualTo("every month on the 31st (or the last day) at 2:30 PM");
        assertThat(new MonthlyOnWeekday(Nth.LAST, DayOfWeek.FRIDAY, half, START).words())
                .isEqualTo("every month on the last Friday at 2:30 PM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "weekly", "weekly 0 MONDAY 08:00 2026-09-01", "weekly 1  08:00 2026-09-01",
            "weekly 1 MONDAY 08:00:30 2026-09-01", "weekly 1 MONDAY 08:00 tomorrow", "monthly-day 32 08:00 2026-09-01",
            "monthly-weekday FIFTH MONDAY 08:00 2026-09-01", "daily 08:00 2026-09-01"})
    void otherTextsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Recurrence.parse(text)).withMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Boise", "America/Los_Angeles", "America/Phoenix", "Europe/Berlin", "Europe/London",
            "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "Pacific/Chatham", "America/Santiago"})
    void anyRhythmInAnyZone(String name) {
        var zone = ZoneId.of(name);
        var random = new Random(7);
        for (var round = 0; round < 150; round++) {
            var rhythm = anyRhythm(random);
            assertThat(Recurrence.parse(rhythm.format())).isEqualTo(rhythm);
            var after = START.plusDays(random.nextInt(-40, 400)).atTime(random.nextInt(24), 30).atZone(zone)
                    .toInstant();
            holds(rhythm, after, zone);
        }
    }

    /** Each expected date has exactly one time, in order, and its local time is right unless the clocks skip it. */
    private static void holds(Recurrence rhythm, Instant after, ZoneId zone) {
        var times = rhythm.preview(40, after, zone);
        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.getFirst()).isAfter(after);
        var expected = rhythm.dates(LocalDate.ofInstant(after, zone)).limit(60)
                .filter(date -> local(date, rhythm, zone).isAfter(after)).limit(40).toList();
        assertThat(times.stream().map(time -> LocalDate.ofInstant(time, zone)).toList()).isEqualTo(expected);
        for (var time : times) {
            var shown = time.atZone(zone).toLocalTime();
            var wished = time.atZone(zone).toLocalDate().atTime(rhythm.time());
            var skipped = zone.getRules().getValidOffsets(wished).isEmpty();
            assertThat(skipped ? zone.getRules().getTransition(wished).getDateTimeAfter().toLocalTime() : rhythm.time())
                    .isEqualTo(shown);
        }
        var inBetween = times.get(0).plusSeconds(1);
        assertThat(rhythm.next(inBetween, zone)).isEqualTo(times.get(1));
    }

    private static Instant local(LocalDate date, Recurrence rhythm, ZoneId zone) {
        return date.atTime(rhythm.time()).atZone(zone).toInstant();
    }

    private static Recurrence anyRhythm(Random random) {
        var time = LocalTime.of(random.nextInt(random.nextBoolean() ? 4 : 24), random.nextInt(60));
        var start = START.plusDays(random.nextInt(60));
        var day = DayOfWeek.of(1 + random.nextInt(7));
        return switch (random.nextInt(3)) {
            case 0 -> new Weekly(1 + random.nextInt(5),
                    Set.copyOf(List.of(day, DayOfWeek.of(1 + random.nextInt(7))).stream().distinct().toList()), time,
                    start);
            case 1 -> new MonthlyOnDay(1 + random.nextInt(31), time, start);
            default -> new MonthlyOnWeekday(Nth.values()[random.nextInt(5)], day, time, start);
        };
    }
}
