package dev.stagecoach.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import dev.stagecoach.people.DaysOff;
import org.jspecify.annotations.Nullable;

/** Reads the all-day events of an iCalendar text (RFC 5545); those with a time of day are lessons and meetings. */
public final class CalendarText {
    /** In characters; a school year's calendar has some ten thousand. */
    public static final int LONGEST = 1_000_000;
    public static final int LONGEST_NAME = 80;

    private static final int MOST_EVENTS = 5_000;
    private static final int MOST_REPEATS = 400;
    /** Longer ones are semesters, not breaks. */
    private static final int LONGEST_DAYS = 120;

    private final SchoolYear year;
    private final Set<DaysOff> found = new HashSet<>();

    private CalendarText(SchoolYear year) {
        this.year = year;
    }

    /** What a text turned out to be. */
    public sealed interface Read {
        /** In order, each once, at least one. */
        record Days(List<DaysOff> days) implements Read {
            public Days {
                days = List.copyOf(days);
            }
        }

        /** The reason is for people, as a sentence's second half: "it is ...". */
        record Unusable(String reason) implements Read {}
    }

    /** The days that events of this text take within the school year. Never throws, whatever the text is. */
    public static Read read(String text, SchoolYear year) {
        if (text.length() > LONGEST) {
            return new Read.Unusable("it is larger than a megabyte, which no school year is");
        }
        if (!text.contains("BEGIN:VCALENDAR")) {
            return new Read.Unusable("it is no calendar: the line BEGIN:VCALENDAR is missing");
        }
        try {
            return new CalendarText(year).read(text);
        } catch (RuntimeException e) {
            return new Read.Unusable("it is broken: " + e.getMessage());
        }
    }

    private Read read(String text) {
        var events = Biweekly.parse(text).all().stream().flatMap(calendar -> calendar.getEvents().stream()).toList();
        if (events.size() > MOST_EVENTS) {
            return new Read.Unusable("it has more than 5,000 events, which no school year has");
        }
        var moved = new HashSet<String>();
        events.forEach(event -> date(event.getRecurrenceId()).ifPresent(day -> moved.add(uid(event) + day)));
        events.forEach(event -> take(event, moved));
        if (found.isEmpty()) {
            return new Read.Unusable("it has no all-day events between " + year.first() + " and " + year.last());
        }
        return new Read.Days(found.stream().sorted(Comparator.comparing(DaysOff::first)
                .thenComparing(DaysOff::last).thenComparing(DaysOff::name)).toList());
    }

    private void take(VEvent event, Set<String> moved) {
        var first = date(event.getDateStart());
        if (first.isEmpty() || (event.getStatus() != null && event.getStatus().isCancelled())) {
            return;
        }
        var length = length(event, first.get());
        if (length > LONGEST_DAYS) {
            return;
        }
        if (!comesRound(event)) {
            keep(event, first.get(), length);
            return;
        }
        // The library takes a day for that day's midnight in this machine's zone: so here, and only here, does this.
        var zone = TimeZone.getDefault();
        var days = event.getDateIterator(zone);
        days.advanceTo(Date.from(year.first().minusDays(length).atStartOfDay(zone.toZoneId()).toInstant()));
        for (var n = 0; n < MOST_REPEATS && days.hasNext(); n++) {
            var day = LocalDate.ofInstant(Instant.ofEpochMilli(days.next().getTime()), zone.toZoneId());
            if (day.isAfter(year.last())) {
                return;
            }
            if (!moved.contains(uid(event) + day)) {
                keep(event, day, length);
            }
        }
    }

    /** A rule by the hour or the second says nothing about days, and would take ages to follow. */
    private static boolean comesRound(VEvent event) {
        var rule = event.getRecurrenceRule() == null ? null : event.getRecurrenceRule().getValue();
        var byTheDay = rule != null && rule.getFrequency() != null
                && rule.getFrequency().compareTo(Frequency.DAILY) >= 0;
        return rule == null ? !event.getRecurrenceDates().isEmpty() : byTheDay;
    }

    private void keep(VEvent event, LocalDate first, long length) {
        var last = first.plusDays(length - 1);
        if (year.touches(first, last)) {
            found.add(new DaysOff(first, last, name(event)));
        }
    }

    /** In days. An event ends on the day before its DTEND. */
    private static long length(VEvent event, LocalDate first) {
        var end = date(event.getDateEnd());
        if (end.isPresent()) {
            return Math.max(1, ChronoUnit.DAYS.between(first, end.get()));
        }
        var duration = event.getDuration() == null ? null : event.getDuration().getValue();
        return duration == null ? 1 : Math.max(1, duration.toMillis() / ChronoUnit.DAYS.getDuration().toMillis());
    }

    private static String name(VEvent event) {
        var summary = event.getSummary() == null ? null : event.getSummary().getValue();
        var name = summary == null ? "" : summary.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        if (name.isEmpty()) {
            return "Day off";
        }
        var cut = LONGEST_NAME
                - (Character.isHighSurrogate(name.charAt(Math.min(name.length(), LONGEST_NAME) - 1)) ? 1 : 0);
        return name.length() > LONGEST_NAME ? name.substring(0, cut) : name;
    }

    private static String uid(VEvent event) {
        return event.getUid() == null ? "" : event.getUid().getValue() + " ";
    }

    /** The day as it is written, whatever the zone of this machine; empty for a time of day. */
    private static Optional<LocalDate> date(@Nullable DateOrDateTimeProperty property) {
        var value = property == null ? null : property.getValue();
        return value == null ? Optional.empty() : date(value);
    }

    private static Optional<LocalDate> date(ICalDate value) {
        var parts = value.getRawComponents();
        return value.hasTime() || parts == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate()));
    }
}
