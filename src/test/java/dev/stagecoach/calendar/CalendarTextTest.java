package dev.stagecoach.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;

import dev.stagecoach.people.DaysOff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CalendarTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
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
        assertThat(days(event("DTSTART:20261001T150000Z", "SUMMARY:Meeting"),
                event("DTSTART;VALUE=DATE:20261001", "STATUS:CANCELLED", "SUMMARY:Off"),
                event("DTSTART;VALUE=DATE:20260901", "DTEND;VALUE=DATE:20270131", "SUMMARY:Fall semester"),
                event("DTSTART;VALUE=DATE:20200101", "SUMMARY:Long ago"),
                event("DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261012", "SUMMARY:Ends as it begins"),
                event("DTSTART;VALUE=DATE:20261013"))).containsExactly(
                        off("2026-10-12", "2026-10-12", "Ends as it begins"), off("2026-10-13", "2026-10-13",
                                "Day off"));
    }

    @Test
    void namesAreOneLineOfAtMost80Characters() {
        var names = days(event("DTSTART;VALUE=DATE:20261001", "SUMMARY:a\\nb\\, <!channel>"),
                event("DTSTART;VALUE=DATE:20261002", "SUMMARY:" + "x".repeat(79) + "😀😀"));
        assertThat(names).extracting(DaysOff::name).containsExactly("a b, <!channel>", "x".repeat(79));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<!DOCTYPE html><title>Sign in</title>", "BEGIN:VCALENDAR",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:2026", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n:::;;;\nEND:",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261301\nRRULE:FREQ=NEVER\nEND:VEVENT\nEND:VCALENDAR",
            "\u0000\u0001BEGIN:VCALENDAR\u0000"})
    void whatIsBrokenHasAReason(String text) {
        assertThat(CalendarText.read(text, SchoolYear.around(TODAY))).isInstanceOf(CalendarText.Read.Unusable.class);
    }

    @Test
    void whatIsHugeOrWithoutEndHasAnEnd() {
        assertThat(CalendarText.read("BEGIN:VCALENDAR" + "x".repeat(1_000_000), SchoolYear.around(TODAY)))
                .isEqualTo(new CalendarText.Read.Unusable("it is larger than a megabyte, which no school year is"));
        assertThat(CalendarText.read("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n".repeat(5_001)
                + "END:VCALENDAR", SchoolYear.around(TODAY))).isInstanceOf(CalendarText.Read.Unusable.class);
        assertThat(days(event("DTSTART;VALUE=DATE:20100101", "RRULE:FREQ=DAILY", "SUMMARY:Always"))).hasSize(396);
        assertThat(days(event("DTSTART;VALUE=DATE:20261001", "RRULE:FREQ=SECONDLY", "SUMMARY:Every second")))
                .containsExactly(off("2026-10-01", "2026-10-01", "Every second"));
        assertThat(days(event("DTSTART;VALUE=DATE:20261001", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "SUMMARY:Never"), event("DTSTART;VALUE=DATE:20261002", "SUMMARY:Once"))).hasSizeLessThan(3);
    }

    @Test
    void aSchoolYearBeginsInJulyAndFromWinterOnTheNextOneBelongsToIt() {
        assertThat(SchoolYear.around(TODAY))
                .isEqualTo(new SchoolYear(LocalDate.of(2026, 7, 1), LocalDate.of(2027, 7, 31)));
        assertThat(SchoolYear.around(LocalDate.of(2027, 4, 1)))
                .isEqualTo(new SchoolYear(LocalDate.of(2026, 7, 1), LocalDate.of(2028, 7, 31)));
    }

    @Test
    void aFolderHasAFileForEachSchoolAndABadOneIsNamed() throws IOException {
        assertThat(CalendarFiles.read(folder.resolve("none"), TODAY)).isEmpty();
        Files.writeString(folder.resolve("juniper-ridge.ics"),
                text(event("DTSTART;VALUE=DATE:20260907", "SUMMARY:Labor Day")));
        Files.writeString(folder.resolve("notes.txt"), "not a calendar");
        assertThat(CalendarFiles.read(folder, TODAY)).containsOnlyKeys("juniper-ridge")
                .containsEntry("juniper-ridge", List.of(off("2026-09-07", "2026-09-07", "Labor Day")));
        var bad = Files.writeString(folder.resolve("bad.ics"), "hello");
        assertThatThrownBy(() -> CalendarFiles.read(folder, TODAY)).isInstanceOf(CalendarUnusable.class)
                .hasMessageContaining(bad.toString()).hasMessageContaining("BEGIN:VCALENDAR is missing");
    }

    private static List<DaysOff> days(String... events) {
        var read = CalendarText.read(text(events), SchoolYear.around(TODAY));
        assertThat(read).isInstanceOf(CalendarText.Read.Days.class);
        return ((CalendarText.Read.Days) read).days();
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
