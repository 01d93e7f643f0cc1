package dev.stagecoach.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The days that an event takes as a whole, the first time it comes.
 *
 * @param length in days, at least one
 */
record WholeDays(LocalDate first, long length) {
    private static final Duration EXACT = Duration.ofMinutes(5);
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final Duration SLACK = Duration.ofHours(Moment.SLACK_HOURS);
    /** A day off by its name that is written with the school's hours. */
    private static final Duration SCHOOL_DAY = Duration.ofHours(6);

    /** Empty for what has a time of day. */
    static Optional<WholeDays> of(Event event, Place place) throws Unreadable {
        var start = event.moment("DTSTART").orElseThrow(() -> new Unreadable("no DTSTART"));
        var end = end(event, start);
        if (!start.hasTime()) {
            var until = end.map(moment -> moment.hasTime() ? after(moment, place) : moment.day()).orElse(start.day());
            return Optional.of(between(start.day(), until));
        }
        if (event.saysAllDay()) {
            var first = nearest(local(start, place));
            return Optional.of(between(first, end.map(moment -> nearest(local(moment, place))).orElse(first)));
        }
        var asWritten = start.ofTheWorld()
                ? Optional.<WholeDays>empty()
                : whole(start.written(), end.map(Moment::written), EXACT, AN_HOUR);
        return asWritten.or(() -> start.zone().flatMap(_ -> elsewhere(start, end, place)))
                .or(() -> named(event, start, end, place));
    }

    private static Optional<Moment> end(Event event, Moment start) throws Unreadable {
        var written = event.moment("DTEND");
        var lasting = event.text("DURATION");
        return written.isPresent() || lasting.isEmpty()
                ? written
                : Optional.of(new Moment(after(start.written(), lasting.get()), start.hasTime(), start.zone()));
    }

    private static LocalDateTime after(LocalDateTime start, String lasting) throws Unreadable {
        try {
            var parts = lasting.toUpperCase(Locale.ROOT).split("T", 2);
            var days = parts[0].equals("P") ? start : start.plus(Period.parse(parts[0]));
            return parts.length == 1 ? days : days.plus(Duration.parse("PT" + parts[1]));
        } catch (DateTimeException _) {
            throw new Unreadable(lasting);
        }
    }

    /** The first day after an end that has a time. */
    private static LocalDate after(Moment end, Place place) {
        var local = local(end, place);
        return toMidnight(local).compareTo(SLACK) <= 0 ? nearest(local) : local.toLocalDate().plusDays(1);
    }

    private static LocalDateTime local(Moment moment, Place place) {
        return moment.ofTheWorld() ? moment.in(place.file()) : moment.written();
    }

    private static Optional<WholeDays> elsewhere(Moment start, Optional<Moment> end, Place place) {
        return whole(start.in(place.file()), end.map(moment -> moment.in(place.file())), SLACK, SLACK)
                .or(() -> whole(start.in(place.school()), end.map(moment -> moment.in(place.school())), SLACK, SLACK));
    }

    private static Optional<WholeDays> whole(LocalDateTime start, Optional<LocalDateTime> end, Duration atStart,
            Duration atEnd) {
        if (end.isEmpty() || end.get().equals(start)) {
            return toMidnight(start).isZero()
                    ? Optional.of(new WholeDays(start.toLocalDate(), 1))
                    : Optional.empty();
        }
        var until = nearest(end.get());
        return toMidnight(start).compareTo(atStart) <= 0 && toMidnight(end.get()).compareTo(atEnd) <= 0
                && until.isAfter(nearest(start)) ? Optional.of(between(nearest(start), until)) : Optional.empty();
    }

    private static Optional<WholeDays> named(Event event, Moment start, Optional<Moment> end, Place place) {
        var from = local(start, place);
        var until = end.map(moment -> local(moment, place)).orElse(from);
        return DayName.of(event.name()) == DayName.OFF && Duration.between(from, until).compareTo(SCHOOL_DAY) >= 0
                ? Optional.of(between(from.toLocalDate(), until.minusMinutes(1).toLocalDate().plusDays(1)))
                : Optional.empty();
    }

    private static LocalDate nearest(LocalDateTime time) {
        return time.plusHours(12).toLocalDate();
    }

    private static Duration toMidnight(LocalDateTime time) {
        return Duration.between(nearest(time).atStartOfDay(), time).abs();
    }

    private static WholeDays between(LocalDate first, LocalDate until) {
        return new WholeDays(first, Math.max(1, ChronoUnit.DAYS.between(first, until)));
    }
}
