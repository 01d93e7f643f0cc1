package dev.stagecoach.coaching.measure;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.stagecoach.coaching.Count;

/** One count of a measure. */
public record DataPoint(LocalDate on, Count count) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    /** For example "Oct 1". */
    String day() {
        return DAY.format(on);
    }

    /** For example "Oct 1: 7 of 20 lessons". */
    public String words() {
        return day() + ": " + count.words();
    }
}
