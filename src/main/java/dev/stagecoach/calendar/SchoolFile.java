package dev.stagecoach.calendar;

import java.nio.file.Path;
import java.util.List;

/**
 * A school's calendar file.
 *
 * @param school the file's name without its ending
 */
public record SchoolFile(String school, Path file, CalendarText.Read read) {

    /** Whether the file says nothing; what an earlier one said may still hold then. */
    public boolean unusable() {
        return read instanceof CalendarText.Read.Unusable;
    }

    /** What is to be mended or looked at, as sentences; none where all is well. */
    public List<String> troubles() {
        return switch (read) {
            case CalendarText.Read.Unusable(var reason) -> List.of("I cannot use it: " + reason + ".");
            case CalendarText.Read.Days(var reading) -> reading.warnings();
        };
    }
}
