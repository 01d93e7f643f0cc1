package dev.stagecoach.coaching.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

import dev.stagecoach.people.Day;

/**
 * How the time of a thread is shared among its turns. It runs only while the team may hear from the bot, so that no
 * turn passes in a night or over a break.
 *
 * @param day the team's hours
 */
record Timetable(Day day) {
    /** Longer than any break; what lies behind is never. */
    private static final int DAYS_AHEAD = 400;

    /** When so many hours of school days have passed, nights and evenings of those days included. */
    Instant deadline(Instant from, int hours) {
        return passed(days(from).filter(day::school).map(date -> new Span(date.atStartOfDay(day.zone()).toInstant(),
                date.plusDays(1).atStartOfDay(day.zone()).toInstant())), from, Duration.ofHours(hours));
    }

    /** When a turn ends that takes so many of the minutes which are left, of the open time until the deadline. */
    Instant share(Instant from, Instant deadline, int minutes, int ofMinutes) {
        var left = hours(from).map(span -> span.within(from, deadline)).reduce(Duration.ZERO, Duration::plus);
        var end = passed(hours(from), from, left.multipliedBy(minutes).dividedBy(ofMinutes));
        return end.isAfter(deadline) ? deadline : end.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Instant passed(Stream<Span> spans, Instant from, Duration time) {
        var left = time;
        var end = from;
        for (var span : (Iterable<Span>) spans::iterator) {
            if (!left.isPositive()) {
                return end;
            }
            var begin = span.from().isBefore(from) ? from : span.from();
            var here = span.within(from, span.until());
            var used = here.compareTo(left) < 0 ? here : left;
            end = used.isZero() ? end : begin.plus(used);
            left = left.minus(used);
        }
        return end;
    }

    private Stream<Span> hours(Instant from) {
        return days(from).filter(day::school)
                .map(date -> new Span(date.atTime(day.quiet().to()).atZone(day.zone()).toInstant(),
                        date.atTime(day.quiet().from()).atZone(day.zone()).toInstant()));
    }

    private Stream<LocalDate> days(Instant from) {
        var first = LocalDate.ofInstant(from, day.zone());
        return first.datesUntil(first.plusDays(DAYS_AHEAD));
    }

    private record Span(Instant from, Instant until) {

        /** How much of it lies between the two. */
        Duration within(Instant begin, Instant end) {
            var first = from.isBefore(begin) ? begin : from;
            var last = until.isAfter(end) ? end : until;
            return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
        }
    }
}
