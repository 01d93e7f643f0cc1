package dev.stagecoach.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;

import dev.stagecoach.people.DaysOff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final SchoolYear YEAR = SchoolYear.around(TODAY);
    private static final ZoneId BOISE = ZoneId.of("America/Boise");
    private final TimeZone here = TimeZone.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        TimeZone.setDefault(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Boise"})
    void anEventHasTheDaysThatAreWrittenWhereverThisMachineIs(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(days(event("DTSTART;VALUE=DATE:20261123", "DTEND;VALUE=DATE:20261128", "SUMMARY:Thanksgiving break"),
                event("DTSTART;VALUE=DATE:20260907", "SUMMARY:Labor Day"),
                event("DTSTART;VALUE=DATE:20261221", "DURATION:P12D", "SUMMARY:Winter break")))
                .containsExactly(off("2026-09-07", "2026-09-07", "Labor Day"),
                        off("2026-11-23", "2026-11-27", "Thanksgiving break"),
                        off("2026-12-21", "2027-01-01", "Winter break"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Pacific/Kiritimati", "America/Boise"})
    void whatComesRoundComesRoundWithinTheSchoolYears(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertThat(days(event("UID:1", "DTSTART;VALUE=DATE:20100906", "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO",
                "SUMMARY:Labor Day"))).containsExactly(off("2026-09-07", "2026-09-07", "Labor Day"));
        assertThat(days(event("UID:2", "DTSTART;VALUE=DATE:20261002", "RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1FR",
                "EXDATE;VALUE=DATE:20261106", "SUMMARY:No school"),
                event("UID:2", "RECURRENCE-ID;VALUE=DATE:20261204", "DTSTART;VALUE=DATE:20261211",
                        "SUMMARY:No school, moved")))
                .containsExactly(off("2026-10-02", "2026-10-02", "No school"),
                        off("2026-12-11", "2026-12-11", "No school, moved"),
                        off("2027-01-01", "2027-01-01", "No school"));
    }

    @Test
    void whatHasATimeIsCancelledOrIsAWholeSemesterIsNoDayOff() {
        var reading = reading(event("DTSTART:20261001T150000Z", "DTEND:20261001T160000Z", "SUMMARY:Holiday meeting"),
                event("DTSTART;VALUE=DATE:20261001", "STATUS:CANCELLED", "SUMMARY:No school"),
                event("DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20270131", "SUMMARY:Fall semester, no break"),
                event("DTSTART;VALUE=DATE:20200101", "SUMMARY:Holiday, long ago"),
                event("DTSTART;VALUE=DATE:20100101", "RRULE:FREQ=DAILY", "SUMMARY:Holiday, always"),
                event("DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261012", "SUMMARY:Break in a day"),
                event("DTSTART;VALUE=DATE:20261013"));
        assertThat(reading.off()).containsExactly(off("2026-10-12", "2026-10-12", "Break in a day"),
                off("2026-10-13", "2026-10-13", "Day off"));
        assertThat(reading.leftOut()).extracting(Reading.LeftOut::reason).containsExactlyInAnyOrder(
                "it has a time of day", "it is cancelled", "it takes more than 120 days: a semester, not a break",
                "it takes more than 120 days: a semester, not a break", "it is not in this school year");
    }

    @Test
    void aDayIsWholeHoweverItsMidnightsAreWritten() {
        assertThat(days(
                event("DTSTART;TZID=\"Mountain Standard Time\":20261001T000000",
                        "DTEND;TZID=\"Mountain Standard Time\":20261002T000000", "SUMMARY:No school 1"),
                event("DTSTART;TZID=/freeassociation.sourceforge.net/America/Denver:20261002T000000", "DURATION:P1D",
                        "SUMMARY:No school 2"),
                event("DTSTART;TZID=America/New_York:20261005T020000", "DTEND;TZID=America/New_York:20261006T020000",
                        "SUMMARY:No school 3"),
                event("DTSTART:20261006T070000Z", "DTEND:20261007T070000Z", "SUMMARY:No school 4"),
                event("DTSTART:20261007T080000", "DTEND:20261007T151500", "SUMMARY:No school 5"),
                event("DTSTART:20261008T000000", "SUMMARY:No school 6"),
                event("DTSTART:20261009T060000Z", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "SUMMARY:No school 7"),
                event("DTSTART;VALUE=DATE:20261012", "DTEND:20261013T235900", "SUMMARY:No school 8")))
                .extracting(one -> one.name().replace("No school ", "") + " " + one.first().getDayOfMonth() + "-"
                        + one.last().getDayOfMonth())
                .containsExactly("1 1-1", "2 2-2", "3 5-5", "4 6-6", "5 7-7", "6 8-8", "7 9-9", "8 12-13");
    }

    @Test
    void theFilesOwnZoneTellsItsMidnights() {
        var winter = event("DTSTART:20261221T050000Z", "DTEND:20270102T050000Z", "SUMMARY:Winter break");
        var right = off("2026-12-21", "2027-01-01", "Winter break");
        assertThat(days("X-WR-TIMEZONE:America/New_York\r\n" + winter)).containsExactly(right);
        assertThat(days("BEGIN:VTIMEZONE\r\nTZID:Customized Time Zone\r\nBEGIN:STANDARD\r\n"
                + "DTSTART:16010101T020000\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"
                + "END:VTIMEZONE\r\n" + winter)).containsExactly(right);
        assertThat(days("X-WR-TIMEZONE:UTC\r\n" + winter.replace("T05", "T07"))).containsExactly(right);
    }

    @Test
    void whatBeganLongAgoStillComesRound() {
        assertThat(days(event("DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=YEARLY", "SUMMARY:New Year's Day")))
                .containsExactly(off("2027-01-01", "2027-01-01", "New Year's Day"));
        assertThat(days(event("UID:3", "DTSTART;VALUE=DATE:20261002", "RRULE:FREQ=WEEKLY;UNTIL=20261023T235959Z",
                "EXDATE:20261009T060000Z", "SUMMARY:No school"),
                event("UID:3", "RECURRENCE-ID:20261016T060000Z", "DTSTART;VALUE=DATE:20261016", "STATUS:CANCELLED",
                        "SUMMARY:No school")))
                .extracting(one -> one.first().getDayOfMonth())
                .containsExactly(2, 23);
    }

    @Test
    void whatIsCutOrHoldsABadEventIsReadAndSaysSo() {
        var good = event("DTSTART;VALUE=DATE:20261001", "SUMMARY:No school");
        var cut = text(good, good).strip();
        var read = (CalendarText.Read.Days) CalendarText.read(cut.substring(0, cut.length() - 50), YEAR, BOISE);
        assertThat(read.reading().off()).hasSize(1);
        assertThat(read.reading().warnings()).singleElement().asString().contains("ends in the middle");
        var bad = reading(good, event("DTSTART;VALUE=DATE:20261399", "SUMMARY:Ball"),
                event("DTSTART;VALUE=DATE:20261005", "RRULE:FREQ=NEVER", "SUMMARY:Rule"));
        assertThat(bad.off()).hasSize(1);
        assertThat(bad.warnings()).containsExactly("I cannot read the days of these: Ball; Rule.");
    }

    @Test
    void aYearThatIsOffByHalfIsWarnedOf() {
        assertThat(reading(event("DTSTART;VALUE=DATE:20260901", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR",
                "SUMMARY:No school")).warnings()).singleElement().asString().contains("Half of all school days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<!DOCTYPE html><title>Sign in</title>", "BEGIN:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026", "BEGIN:VCALENDAR\nEND:VCALENDAR",
            "\u0000\u0001BEGIN:VCALENDAR\u0000"})
    void whatIsBrokenHasAReason(String text) {
        assertThat(CalendarText.read(text, YEAR, BOISE)).isInstanceOf(CalendarText.Read.Unusable.class);
    }

    @Test
    void whatIsHugeOrWithoutEndHasAnEnd() {
        assertThat(CalendarText.read("BEGIN:VCALENDAR" + "x".repeat(1_000_000), YEAR, BOISE))
                .isEqualTo(new CalendarText.Read.Unusable("it is larger than a megabyte, too big for one school year"));
        assertThat(CalendarText.read("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(5_001)
                + "END:VCALENDAR", YEAR, BOISE)).isEqualTo(new CalendarText.Read.Unusable(
                        "it has more than 5,000 events, too many for one school year"));
        assertThat(days(event("DTSTART;VALUE=DATE:20261001", "RRULE:FREQ=SECONDLY", "SUMMARY:No school")))
                .containsExactly(off("2026-10-01", "2026-10-01", "No school"));
        assertThat(days(event("DTSTART;VALUE=DATE:20261002", "SUMMARY:Holiday"),
                event("DTSTART;VALUE=DATE:20261001", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                        "SUMMARY:No school")))
                .contains(off("2026-10-02", "2026-10-02", "Holiday"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREQ=DAILY", "FREQ=DAILY;COUNT=99999", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYYEARDAY=1"})
    void thousandsOfSeriesAreReadOrRefusedWithinSeconds(String rule) {
        var begun = System.nanoTime();
        var series = text(event("DTSTART;VALUE=DATE:19000101", "RRULE:" + rule, "SUMMARY:No school").repeat(4_990));
        var read = CalendarText.read(series, YEAR, BOISE);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        if (rule.startsWith("FREQ=DAILY")) {
            assertThat(read).isInstanceOfSatisfying(CalendarText.Read.Unusable.class,
                    unusable -> assertThat(unusable.reason()).contains("repeat too often"));
        }
    }

    @Test
    void aSchoolYearBeginsInJulyAndFromWinterOnTheNextOneBelongsToIt() {
        assertThat(SchoolYear.around(TODAY))
                .isEqualTo(new SchoolYear(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 7, 31)));
        assertThat(SchoolYear.around(LocalDate.of(2027, 4, 1)))
                .isEqualTo(new SchoolYear(LocalDate.of(2026, 7, 1), LocalDate.of(2028, 7, 31)));
    }

    @Test
    void aFolderHasAFileForEachSchoolAndABadOneSpoilsNoOther() throws IOException {
        assertThat(CalendarFiles.read(folder.resolve("none"), YEAR, _ -> BOISE)).isEmpty();
        Files.writeString(folder.resolve("juniper-ridge.ICS"),
                text(event("DTSTART;VALUE=DATE:20260907", "SUMMARY:Labor Day")));
        Files.writeString(folder.resolve("notes.txt"), "not a calendar");
        var bad = Files.writeString(folder.resolve("bad.ics"), "hello");
        var files = CalendarFiles.read(folder, YEAR, _ -> BOISE);
        assertThat(files).extracting(SchoolFile::school).containsExactly("bad", "juniper-ridge");
        assertThat(files.getFirst().troubles()).singleElement().asString().contains("BEGIN:VCALENDAR is missing");
        assertThat(files.getFirst().file()).isEqualTo(bad);
        assertThat(files.getLast().read()).isEqualTo(new CalendarText.Read.Days(
                new Reading(List.of(off("2026-09-07", "2026-09-07", "Labor Day")), List.of(), List.of())));
    }

    private static List<DaysOff> days(String... events) {
        return reading(events).off();
    }

    private static Reading reading(String... events) {
        var read = CalendarText.read(text(events), YEAR, BOISE);
        assertThat(read).isInstanceOf(CalendarText.Read.Days.class);
        return ((CalendarText.Read.Days) read).reading();
    }

    private static String text(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" + String.join("", events)
                + "END:VCALENDAR\r\n";
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static DaysOff off(String first, String last, String name) {
        return new DaysOff(LocalDate.parse(first), LocalDate.parse(last), name);
    }
}
