package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and numbers as people read them. */
final class Dates {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm",
            Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private Dates() {}

    /** For example "Tue 22 Sep". */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** For example "Tuesday, 22 September 2026, 15:00". */
    static String full(Instant moment, ZoneId zone) {
        return FULL.format(moment.atZone(zone));
    }

    /** For example "Tue 22 Sep, 15:00". */
    static String brief(Instant moment, ZoneId zone) {
        return SHORT.format(moment.atZone(zone));
    }

    static String count(int number, String noun) {
        var plural = noun.equals("person") ? "people" : noun + "s";
        return number + " " + (number == 1 ? noun : plural);
    }
}
