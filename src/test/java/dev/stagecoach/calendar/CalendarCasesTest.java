package dev.stagecoach.calendar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Files with the properties of real schools' files, and the days off that a person reads in them. */
class CalendarCasesTest {
    static final ZoneId BOISE = ZoneId.of("America/Boise");
    private static final List<String> MACHINES = List.of("UTC", "America/Boise", "America/Los_Angeles",
            "Pacific/Auckland");
    private static final Map<String, List<String>> RIGHT = Map.of(
            "01-exchange-allday-exdate-datetime", List.of("10-02", "10-09", "10-12..10-13", "10-15..10-16", "10-23",
                    "11-06"),
            "02-midnight-to-midnight", List.of("10-09", "11-25..11-27", "12-21..2027-01-01", "2027-01-15"),
            "04-ab-day-rotation", List.of("09-07", "11-20"),
            "05-words-that-mislead", List.of("10-23", "11-27", "2027-01-18"),
            "06-last-years-calendar", List.of(),
            "11-date-until-iana-exdate-rdate-mixed-dtend", List.of("10-12..10-16", "11-06", "11-13", "11-27",
                    "2027-01-22", "2027-02-19", "2027-03-19", "2027-03-29..2027-04-02"));
    private final TimeZone here = TimeZone.getDefault();

    @AfterEach
    void end() {
        TimeZone.setDefault(here);
    }

    static Stream<Arguments> cases() {
        return RIGHT.keySet().stream().sorted()
                .flatMap(file -> MACHINES.stream().map(zone -> Arguments.of(file, zone)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFileHasTheSameRightDaysWhereverThisMachineIs(String file, String machine) throws IOException {
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        var reading = reading(file);
        assertThat(reading.off().stream().map(one -> days(one.first(), one.last())))
                .containsExactlyElementsOf(RIGHT.get(file));
        assertThat(reading.warnings().isEmpty()).isEqualTo(!file.startsWith("06"));
        assertThat(reading.leftOut()).allSatisfy(one -> assertThat(one.reason()).isNotBlank());
    }

    private static String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? day(first) : day(first) + ".." + day(last);
    }

    private static String day(LocalDate day) {
        return day.toString().replace("2026-", "");
    }

    private static Reading reading(String file) throws IOException {
        var read = CalendarFiles.read(Path.of("src/test/resources/calendars", file + ".ics"),
                SchoolYear.around(LocalDate.of(2026, 9, 14)), BOISE);
        assertThat(read).isInstanceOf(CalendarText.Read.Days.class);
        return ((CalendarText.Read.Days) read).reading();
    }
}
