package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Nth;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.TeamHours;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final Instant OCTOBER = Instant.parse("2026-10-01T15:00:00Z");
    private static final Recurrence BIWEEKLY = weekly(2, "2026-10-12");
    private static final DaysOff WINTER = off("2026-12-21", "2027-01-01", "Winter break");

    @Test
    void whichDateFallsOutWhenTheNextOneIsAndHowLongThatIs() {
        assertThat(words(BIWEEKLY, OCTOBER, WINTER)).containsExactly(
                "Mon, Dec 21 falls in Winter break. The next check-in after Mon, Dec 7 is Mon, Jan 4: four weeks.");
        assertThat(words(BIWEEKLY, OCTOBER)).isEmpty();
        assertThat(words(BIWEEKLY, OCTOBER, off("2026-12-14", "2026-12-18", "Testing"))).as("none of its dates")
                .isEmpty();
    }

    @Test
    void severalDatesAndSeveralReasonsAreOneGap() {
        assertThat(words(BIWEEKLY, OCTOBER, off("2026-12-21", "2027-01-04", "Winter break"),
                off("2027-01-18", "2027-01-18", "Martin Luther King Jr. Day"))).containsExactly(
                        "Mon, Dec 21 and Mon, Jan 4 fall in Winter break. Mon, Jan 18 falls on Martin Luther King Jr. "
                                + "Day. The next check-in after Mon, Dec 7 is Mon, Feb 1: eight weeks.");
    }

    @Test
    void aRhythmThatBeginsWithDaysOffSaysItsFirstDate() {
        assertThat(words(BIWEEKLY, OCTOBER, off("2026-10-12", "2026-10-12", "Founders’ day")))
                .containsExactly("Mon, Oct 12 falls on Founders’ day. The first check-in is Mon, Oct 26.");
    }

    @Test
    void whatHasPassedIsNotToldAnyMore() {
        assertThat(words(BIWEEKLY, Instant.parse("2026-12-21T15:00:00Z"), WINTER)).hasSize(1);
        assertThat(words(BIWEEKLY, Instant.parse("2026-12-22T15:00:00Z"), WINTER)).isEmpty();
    }

    @Test
    void everyRhythmIsToldAndOneThatComesMonthlyCountsWeeks() {
        assertThat(words(weekly(1, "2026-11-02"), OCTOBER, WINTER)).containsExactly(
                "Mon, Dec 21 and Mon, Dec 28 fall in Winter break. The next check-in after Mon, Dec 14 is Mon, Jan 4: "
                        + "three weeks.");
        assertThat(words(new MonthlyOnWeekday(Nth.THIRD, DayOfWeek.MONDAY, LocalTime.of(15, 0),
                LocalDate.of(2026, 10, 19)), OCTOBER, off("2027-01-18", "2027-01-18", "MLK Day"))).containsExactly(
                        "Mon, Jan 18 falls on MLK Day. The next check-in after Mon, Dec 21 is Mon, Feb 15: eight weeks.");
    }

    @Test
    void manyAreCut() {
        var off = LocalDate.of(2026, 10, 26).datesUntil(LocalDate.of(2027, 6, 1), Period.ofWeeks(4))
                .map(day -> new DaysOff(day, day, "Day off")).toArray(DaysOff[]::new);
        var gaps = Gap.ahead(BIWEEKLY, day(off), OCTOBER);
        assertThat(gaps).hasSizeGreaterThan(3);
        assertThat(Gap.words(gaps).orElseThrow().lines()).hasSize(4).last().asString().contains("more time");
    }

    private static List<String> words(Recurrence rhythm, Instant now, DaysOff... off) {
        return Gap.ahead(rhythm, day(off), now).stream().map(Gap::words).toList();
    }

    private static Day day(DaysOff... off) {
        return new Day(BOISE, TeamHours.USUAL.quiet(), Arrays.asList(off));
    }

    private static Weekly weekly(int weeks, String start) {
        return new Weekly(weeks, Set.of(DayOfWeek.MONDAY), LocalTime.of(15, 0), LocalDate.parse(start));
    }

    private static DaysOff off(String first, String last, String name) {
        return new DaysOff(LocalDate.parse(first), LocalDate.parse(last), name);
    }
}
