package dev.stagecoach.chat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Dates and times as people read them, always in the same American form. The year stands only where it is not the
 * reader's own: what lies in this year reads without it.
 *
 * @param zone in which moments are told: the reader's, or the team's where many read
 * @param today the reader's day, in that zone
 */
public record DateText(ZoneId zone, LocalDate today) {
    // All spaces are plain ones: Java's own "short time" style has U+202F before PM, which breaks searches and tests.
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE, MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MMM d", Locale.US);
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("MMMM d", Locale.US);
    private static final DateTimeFormatter DATE_AND_YEAR = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzzz", Locale.US);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    /** For somebody who reads at {@code now} in {@code zone}. */
    public static DateText at(Instant now, ZoneId zone) {
        return new DateText(zone, LocalDate.ofInstant(now, zone));
    }

    /** For example "Tue, Sep 22", and "Tue, Sep 22, 2025" where that is not this year. */
    public String day(LocalDate day) {
        return day(day, today);
    }

    /** The day of a moment, as in {@link #day(LocalDate)}. */
    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, zone));
    }

    /** For example "Tue, Sep 22, 3:00 PM"; the year as in {@link #day(LocalDate)}. */
    public String moment(Instant moment) {
        return day(moment) + ", " + time(LocalTime.ofInstant(moment, zone));
    }

    /** For example "Tue, Sep 22, 3:00 PM Mountain Time", for readers who may be in another zone. */
    public String momentInZone(Instant moment) {
        return moment(moment) + " " + zone(zone);
    }

    /**
     * For example "Nov 23 – 27, 2026", "Nov 30 – Dec 4, 2026", "Dec 28, 2026 – Jan 2, 2027"; a single day as in
     * {@link #dayAndYear(LocalDate)}.
     *
     * @param last the last day, itself within the range
     */
    public static String daysAndYear(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return dayAndYear(first);
        }
        if (first.getYear() != last.getYear()) {
            return DATE_AND_YEAR.format(first) + " – " + DATE_AND_YEAR.format(last);
        }
        var end = first.getMonth() == last.getMonth() ? Integer.toString(last.getDayOfMonth()) : DATE.format(last);
        return DATE.format(first) + " – " + end + ", " + last.getYear();
    }

    /** For example "Tue, Sep 22", and "Tue, Sep 22, 2025" where that is not the year of {@code today}. */
    public static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /** For example "Tue, Sep 22": a day within weeks of its reading, whose year nobody doubts. */
    public static String near(LocalDate day) {
        return DAY.format(day);
    }

    /** For example "Tue, Sep 22, 3:00 PM": a moment within weeks of its reading, in this zone. */
    public static String near(Instant moment, ZoneId zone) {
        return new DateText(zone, LocalDate.ofInstant(moment, zone)).moment(moment);
    }

    /** For example "the week of September 7", within a sentence: a week near its reading, by its Monday. */
    public static String week(LocalDate monday) {
        return "the week of " + LONG_DATE.format(monday);
    }

    /** For example "Tue, Sep 22, 2026", for what is read in any year, in this zone. */
    public static String dayAndYear(Instant moment, ZoneId zone) {
        return dayAndYear(LocalDate.ofInstant(moment, zone));
    }

    /** For example "Tue, Sep 22, 2026", for what is read in any year. */
    public static String dayAndYear(LocalDate day) {
        return DAY_AND_YEAR.format(day);
    }

    /** For example "3:00 PM". */
    public static String time(LocalTime time) {
        return CLOCK.format(time);
    }

    /** For example "Tuesday". */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.US);
    }

    /** For example "Tuesdays at 3:00 PM". */
    public static String weekly(DayOfWeek day, LocalTime time) {
        return weekday(day) + "s at " + time(time);
    }

    /**
     * A zone's everyday name, the same in summer and winter, for example "Mountain Time"; "UTC" for UTC itself. Where
     * the clocks never change it says so, as Arizona's "Mountain Standard Time".
     */
    public static String zone(ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        return zone.getRules().getTransitionRules().isEmpty()
                ? ZONE.format(Instant.EPOCH.atZone(zone))
                : zone.getDisplayName(TextStyle.FULL, Locale.US);
    }
}
