package dev.stagecoach.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.calendar.Reading;
import dev.stagecoach.calendar.SchoolYear;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.people.DaysOff;

/** What was read in a calendar file, for an operator and for programs. */
final class CalendarReport {
    private static final int FIRST_LETTER = 0x20;
    private static final int LAST_LETTER = 0x7e;

    private CalendarReport() {}

    static String text(Reading reading, SchoolYear year) {
        var lines = new ArrayList<String>();
        lines.add("Days off, " + DateText.daysAndYear(year.first(), year.last()) + ": "
                + (reading.off().isEmpty() ? "none" : reading.off().size()));
        reading.off().forEach(days -> lines.add("  " + dates(days) + ": " + days.name()));
        if (!reading.leftOut().isEmpty()) {
            lines.add("Left out: " + reading.leftOut().size());
            reading.leftOut().forEach(one -> lines.add("  " + dates(one.days()) + ": " + one.days().name() + " ("
                    + one.reason() + ")"));
        }
        reading.warnings().forEach(warning -> lines.add("Warning: " + warning));
        return String.join(System.lineSeparator(), lines);
    }

    private static String dates(DaysOff days) {
        var first = DateText.dayAndYear(days.first());
        return days.first().equals(days.last()) ? first : first + " to " + DateText.dayAndYear(days.last());
    }

    static String json(Reading reading) {
        return "{\"daysOff\":" + list(reading.off().stream().map(days -> "{" + fields(days) + "}").toList())
                + ",\"leftOut\":" + list(reading.leftOut().stream()
                        .map(one -> "{" + fields(one.days()) + ",\"reason\":" + quoted(one.reason()) + "}").toList())
                + ",\"warnings\":" + list(reading.warnings().stream().map(CalendarReport::quoted).toList()) + "}";
    }

    private static String fields(DaysOff days) {
        return "\"from\":\"" + days.first() + "\",\"to\":\"" + days.last() + "\",\"name\":" + quoted(days.name());
    }

    private static String list(List<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /** Plain ASCII, so that no terminal's encoding changes a name. */
    private static String quoted(String words) {
        return words.chars().mapToObj(each -> switch (each) {
            case '"', '\\' -> "\\" + (char) each;
            default -> each < FIRST_LETTER || each > LAST_LETTER
                    ? "\\u%04x".formatted(each)
                    : Character.toString(each);
        }).collect(Collectors.joining("", "\"", "\""));
    }
}
