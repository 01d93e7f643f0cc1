package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DayTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final DaysOff LABOR_DAY = off("2026-09-07", "2026-09-07", "Labor Day");

    @Test
    void aSchoolDayIsOpenFromHalfPastSevenToHalfPastFour() {
        var day = new Day(BOISE, QuietHours.USUAL, List.of());
        assertThat(day.at(at("2026-09-15T07:30"))).isEqualTo(new Day.Ruling.Open());
        assertThat(day.at(at("2026-09-15T16:29"))).isEqualTo(new Day.Ruling.Open());
        assertThat(day.at(at("2026-09-15T07:29"))).isEqualTo(new Day.Ruling.Quiet(at("2026-09-15T07:30")));
        assertThat(day.at(at("2026-09-15T16:30"))).isEqualTo(new Day.Ruling.Quiet(at("2026-09-16T07:30")));
        assertThat(day.at(at("2026-09-18T16:30"))).isEqualTo(new Day.Ruling.Quiet(at("2026-09-21T07:30")));
        assertThat(day.at(at("2026-09-19T12:00"))).isEqualTo(new Day.Ruling.Quiet(at("2026-09-21T07:30")));
    }

    @Test
    void aDayOffIsOffFromMidnightToMidnightAndQuietHoursReachOverIt() {
        var day = new Day(BOISE, QuietHours.USUAL, List.of(LABOR_DAY));
        assertThat(day.at(at("2026-09-07T00:00"))).isEqualTo(new Day.Ruling.Off(LABOR_DAY));
        assertThat(day.at(at("2026-09-07T23:59"))).isEqualTo(new Day.Ruling.Off(LABOR_DAY));
        assertThat(day.at(at("2026-09-04T18:00"))).isEqualTo(new Day.Ruling.Quiet(at("2026-09-08T07:30")));
        assertThat(day.nextOpen(at("2026-09-07T12:00"))).isEqualTo(at("2026-09-08T07:30"));
        assertThat(day.nextOpen(at("2026-09-07T05:00"))).isEqualTo(at("2026-09-08T07:30"));
    }

    @Test
    void schoolDaysAreCountedWithoutWeekendsAndDaysOff() {
        var day = new Day(BOISE, QuietHours.USUAL, List.of(LABOR_DAY));
        var friday = LocalDate.of(2026, 9, 4);
        assertThat(day.schoolDayAfter(friday, 0)).isEqualTo(friday);
        assertThat(day.schoolDayAfter(friday, 1)).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(day.schoolDayAfter(friday, 5)).isEqualTo(LocalDate.of(2026, 9, 14));
    }

    @Test
    void aWeekendCanBeOpen() {
        var day = new Day(BOISE, new QuietHours(LocalTime.of(18, 0), LocalTime.of(7, 0), false), List.of());
        assertThat(day.at(at("2026-09-19T12:00"))).isEqualTo(new Day.Ruling.Open());
        assertThat(day.school(LocalDate.of(2026, 9, 19))).isTrue();
    }

    @Test
    void anOpeningThatTheClocksSkipIsTheFirstValidMinute() {
        var day = new Day(BOISE, new QuietHours(LocalTime.of(16, 30), LocalTime.of(2, 30), false), List.of());
        assertThat(day.nextOpen(at("2027-03-14T00:30"))).isEqualTo(at("2027-03-14T03:00"));
    }

    @Test
    void anOpeningThatComesTwiceIsTheFirstOneUnlessThatHasPassed() {
        var day = new Day(BOISE, new QuietHours(LocalTime.of(16, 30), LocalTime.of(1, 30), false), List.of());
        var first = at("2026-11-01T01:30");
        assertThat(day.nextOpen(at("2026-11-01T00:30"))).isEqualTo(first);
        var secondQuarterPastOne = first.plus(Duration.ofMinutes(45));
        assertThat(day.nextOpen(secondQuarterPastOne)).isEqualTo(first.plus(Duration.ofHours(1)));
    }

    /** Against the plainest definition: walk on minute by minute until it is a school day and not quiet. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Boise", "America/Los_Angeles", "Europe/Vienna", "Europe/London", "Europe/Lisbon",
            "America/Santiago", "Australia/Lord_Howe", "Africa/Casablanca"})
    void theNextOpenMomentIsTheFirstOne(String name) {
        var zone = ZoneId.of(name);
        var random = new Random(7);
        for (var change : changes(zone)) {
            for (var n = 0; n < 40; n++) {
                var day = new Day(zone, quiet(random), daysOff(random, change, zone));
                var from = change.plusSeconds(60L * (random.nextInt(6 * 24 * 60) - 3 * 24 * 60));
                var open = day.nextOpen(from);
                assertThat(open).as("%s from %s", day, from).isEqualTo(walked(day, from));
                assertThat(day.at(open)).isEqualTo(new Day.Ruling.Open());
                assertThat(day.nextOpen(open)).isEqualTo(open);
                switch (day.at(from)) {
                    case Day.Ruling.Open() -> assertThat(open).isEqualTo(from);
                    case Day.Ruling.Quiet(var until) -> assertThat(until).isEqualTo(open).isAfter(from);
                    case Day.Ruling.Off(var days) -> assertThat(
                            days.cover(LocalDate.ofInstant(from, zone))).isTrue();
                }
            }
        }
    }

    @Test
    void quietHoursOfTwoAddUp() {
        var own = new QuietHours(LocalTime.of(15, 0), LocalTime.of(6, 0), false);
        assertThat(QuietHours.USUAL.and(own))
                .isEqualTo(new QuietHours(LocalTime.of(15, 0), LocalTime.of(7, 30), true));
        var late = new QuietHours(LocalTime.of(20, 0), LocalTime.of(9, 0), false);
        assertThat(QuietHours.USUAL.and(late))
                .isEqualTo(new QuietHours(LocalTime.of(16, 30), LocalTime.of(9, 0), true));
    }

    @Test
    void noWishLeavesPeopleWithoutEveningsOrWithoutAnOpenHour() {
        assertThat(QuietHours.problemOfBegin(LocalTime.of(20, 0))).isEmpty();
        assertThat(QuietHours.problemOfBegin(LocalTime.of(20, 1))).isPresent();
        assertThat(QuietHours.problemOfBegin(LocalTime.of(12, 59))).isPresent();
        assertThat(QuietHours.problemOfEnd(LocalTime.of(6, 0))).isEmpty();
        assertThat(QuietHours.problemOfEnd(LocalTime.of(5, 59))).isPresent();
        assertThat(QuietHours.problemOfEnd(LocalTime.of(12, 1))).isPresent();
    }

    private static Instant walked(Day day, Instant from) {
        for (var minute = from;; minute = minute.plusSeconds(60)) {
            var local = minute.atZone(day.zone());
            var weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
            var off = day.off().stream().anyMatch(days -> !local.toLocalDate().isBefore(days.first())
                    && !local.toLocalDate().isAfter(days.last()));
            var time = local.toLocalTime();
            var quiet = time.isBefore(day.quiet().to()) || !time.isBefore(day.quiet().from());
            if (!quiet && !off && !(weekend && day.quiet().weekends())) {
                return minute;
            }
        }
    }

    private static QuietHours quiet(Random random) {
        var to = LocalTime.of(random.nextInt(13), random.nextInt(60));
        return new QuietHours(LocalTime.of(13 + random.nextInt(11), random.nextInt(60)), to, random.nextBoolean());
    }

    private static List<DaysOff> daysOff(Random random, Instant around, ZoneId zone) {
        var all = new ArrayList<DaysOff>();
        for (var n = random.nextInt(3); n > 0; n--) {
            var first = LocalDate.ofInstant(around, zone).plusDays(random.nextInt(12) - 6);
            all.add(new DaysOff(first, first.plusDays(random.nextInt(5)), "off"));
        }
        return all;
    }

    private static List<Instant> changes(ZoneId zone) {
        var first = zone.getRules().nextTransition(Instant.parse("2026-08-01T00:00:00Z"));
        var second = zone.getRules().nextTransition(first.getInstant());
        return List.of(first.getInstant(), second.getInstant());
    }

    private static DaysOff off(String first, String last, String name) {
        return new DaysOff(LocalDate.parse(first), LocalDate.parse(last), name);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BOISE).toInstant();
    }
}
