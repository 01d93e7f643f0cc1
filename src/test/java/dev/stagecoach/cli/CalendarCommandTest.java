package dev.stagecoach.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator sees of a calendar file before the bot reads it. */
class CalendarCommandTest {
    private static final String CASES = "src/test/resources/calendars/";
    private final TimeZone here = TimeZone.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @AfterEach
    void end() {
        TimeZone.setDefault(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/Boise", "America/Los_Angeles", "Pacific/Auckland"})
    void daysOffAreToldAsJsonWithBothDaysIncluded(String machine) {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        assertThat(calendar(CASES + "02-midnight-to-midnight.ics", "--format", "json")).isZero();
        assertThat(out.toString().strip()).isEqualTo("{\"daysOff\":["
                + "{\"from\":\"2026-10-09\",\"to\":\"2026-10-09\",\"name\":\"No School - Staff Development\"},"
                + "{\"from\":\"2026-11-25\",\"to\":\"2026-11-27\",\"name\":\"Thanksgiving Break\"},"
                + "{\"from\":\"2026-12-21\",\"to\":\"2027-01-01\",\"name\":\"Winter Break\"},"
                + "{\"from\":\"2027-01-15\",\"to\":\"2027-01-15\",\"name\":\"No School\"}],\"leftOut\":["
                + "{\"from\":\"2026-12-10\",\"to\":\"2026-12-10\",\"name\":\"Holiday concert\","
                + "\"reason\":\"it has a time of day\"}],\"warnings\":[]}");
    }

    @Test
    void daysOffAreToldInWords() {
        assertThat(calendar(CASES + "05-words-that-mislead.ics")).isZero();
        assertThat(out.toString()).contains("Days off, Jul 1, 2026 – Jul 31, 2027: 3",
                "  Fri, Oct 23, 2026: NO STUDENTS - records day", "Left out: 11",
                "  Fri, Sep 4, 2026: Breakfast with the principal (it is an event on a school day)");
    }

    @Test
    void aWarningEndsWithOne() throws IOException {
        assertThat(calendar(CASES + "06-last-years-calendar.ics")).isEqualTo(1);
        assertThat(out.toString()).contains("Days off, Jul 1, 2026 – Jul 31, 2027: none",
                "Warning: It has no days off for Jul 1, 2026 – Jul 31, 2027. Is it an earlier year's calendar?");
        var bytes = Files.readAllBytes(Path.of(CASES, "02-midnight-to-midnight.ics"));
        var cut = Files.write(folder.resolve("cut.ics"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(calendar(cut.toString(), "--format", "json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"daysOff\":[{\"from\":\"2026-10-09\"", "The file ends in the middle");
        var half = Files.writeString(folder.resolve("half.ics"), "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:No school\n"
                + "DTSTART;VALUE=DATE:20260901\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE\nEND:VEVENT\nEND:VCALENDAR\n");
        assertThat(calendar(half.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("Half of all school days");
    }

    @Test
    void whatCannotBeUsedEndsWithTwo() throws IOException {
        var bad = Files.writeString(folder.resolve("bad.ics"), "<!DOCTYPE html>");
        assertThat(calendar(bad.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(bad.toString(), "BEGIN:VCALENDAR is missing");
        assertThat(calendar(bad.toString(), "--format", "JSON")).isEqualTo(2);
        assertThat(out.toString()).contains("{\"daysOff\":[],\"leftOut\":[],\"warnings\":[\"calendar file ");
        assertThat(calendar(folder.resolve("none.ics").toString())).isEqualTo(2);
        assertThat(calendar()).isEqualTo(2);
        assertThat(calendar(bad.toString(), "--zone", "Nowhere")).isEqualTo(2);
    }

    @Test
    void namesAreWholeInEveryEncoding() throws IOException {
        var file = Files.write(folder.resolve("a.ics"), ("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261102\n"
                + "SUMMARY:Día \"de\" los Muertos: no hay clases\nEND:VEVENT\nEND:VCALENDAR\n")
                .getBytes(StandardCharsets.UTF_16));
        assertThat(calendar(file.toString(), "--format", "json", "--zone", "America/Boise")).isZero();
        assertThat(out.toString()).contains("\"name\":\"D\\u00eda \\\"de\\\" los Muertos: no hay clases\"");
    }

    private int calendar(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("calendar", "--school-year", "2026"));
        all.addAll(List.of(args));
        return new CommandLine(new CommandLineMain()).setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
    }
}
