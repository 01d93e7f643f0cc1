package dev.stagecoach.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DateTextTest {
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final Instant NOW = Instant.parse("2026-09-14T15:00:00Z");
    private static final DateText TEXT = DateText.at(NOW, BOISE);

    @Test
    void theYearStandsOnlyWhereItIsNotThisOne() {
        assertThat(TEXT.day(LocalDate.of(2026, 9, 22))).isEqualTo("Tue, Sep 22");
        assertThat(TEXT.day(LocalDate.of(2025, 9, 22))).isEqualTo("Mon, Sep 22, 2025");
        assertThat(TEXT.day(LocalDate.of(2027, 1, 1))).isEqualTo("Fri, Jan 1, 2027");
        assertThat(TEXT.moment(Instant.parse("2025-09-22T21:00:00Z"))).isEqualTo("Mon, Sep 22, 2025, 3:00 PM");
        assertThat(DateText.dayAndYear(LocalDate.of(2026, 9, 22))).isEqualTo("Tue, Sep 22, 2026");
    }

    /** New Year comes to Boise seven hours after UTC. */
    @Test
    void theYearIsTheReadersOwn() {
        var moment = Instant.parse("2027-01-01T05:00:00Z");
        assertThat(TEXT.moment(moment)).isEqualTo("Thu, Dec 31, 10:00 PM");
        assertThat(TEXT.day(moment)).isEqualTo("Thu, Dec 31");
        assertThat(DateText.at(moment, BOISE).day(LocalDate.of(2026, 5, 1))).isEqualTo("Fri, May 1");
        assertThat(DateText.at(moment, ZoneOffset.UTC).moment(moment)).isEqualTo("Fri, Jan 1, 5:00 AM");
    }

    @ParameterizedTest
    @CsvSource({"00:00, 12:00 AM", "00:05, 12:05 AM", "08:05, 8:05 AM", "12:00, 12:00 PM", "15:00, 3:00 PM",
            "23:59, 11:59 PM"})
    void theClockHasTwelveHours(LocalTime time, String words) {
        assertThat(DateText.time(time)).isEqualTo(words);
    }

    @Test
    void everySpaceIsAPlainOne() {
        var all = TEXT.momentInZone(NOW) + DateText.weekly(DayOfWeek.TUESDAY, LocalTime.NOON)
                + DateText.daysAndYear(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 27));
        assertThat(all.chars().filter(c -> Character.isSpaceChar(c) || Character.isWhitespace(c)).distinct())
                .containsExactly((int) ' ');
    }

    /** In Boise the clocks go back on November 1, 2026, at 2:00 AM. */
    @ParameterizedTest
    @CsvSource({"2026-11-01T07:30:00Z, 1:30 AM", "2026-11-01T08:30:00Z, 1:30 AM", "2026-11-01T09:30:00Z, 2:30 AM"})
    void theClockFollowsTheZonesSummer(Instant moment, String words) {
        assertThat(TEXT.momentInZone(moment)).isEqualTo("Sun, Nov 1, " + words + " Mountain Time");
    }

    @ParameterizedTest
    @CsvSource({"America/New_York, Eastern Time", "America/Los_Angeles, Pacific Time",
            "America/Phoenix, Mountain Standard Time", "America/Denver, Mountain Time",
            "UTC, UTC", "Z, UTC", "Etc/UTC, UTC"})
    void aZoneGoesByItsEverydayName(String zone, String name) {
        assertThat(DateText.zone(ZoneId.of(zone))).isEqualTo(name);
    }

    @Test
    void whatComesEveryWeekNamesItsDay() {
        assertThat(DateText.weekday(DayOfWeek.TUESDAY)).isEqualTo("Tuesday");
        assertThat(DateText.weekly(DayOfWeek.TUESDAY, LocalTime.of(15, 0))).isEqualTo("Tuesdays at 3:00 PM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-11-23 | 2026-11-27 | Nov 23 – 27, 2026",
            "2026-11-30 | 2026-12-04 | Nov 30 – Dec 4, 2026",
            "2026-12-28 | 2027-01-02 | Dec 28, 2026 – Jan 2, 2027", "2026-09-16 | 2026-09-16 | Wed, Sep 16, 2026"})
    void aRangeSaysNothingTwice(LocalDate first, LocalDate last, String words) {
        assertThat(DateText.daysAndYear(first, last)).isEqualTo(words);
    }

    @Test
    void whatIsNearHasNoYear() {
        assertThat(DateText.near(LocalDate.of(2026, 9, 22))).isEqualTo("Tue, Sep 22");
        assertThat(DateText.near(NOW, BOISE)).isEqualTo("Mon, Sep 14, 9:00 AM");
        assertThat(DateText.dayAndYear(NOW, BOISE)).isEqualTo("Mon, Sep 14, 2026");
    }
}
