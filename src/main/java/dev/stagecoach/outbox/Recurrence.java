package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When something comes round again, in local time; the zone is given with each question, so that a team that moves
 * keeps its rhythm. A local time that the clocks skip becomes the first valid minute after it; one that comes twice
 * counts once, the first time.
 */
public sealed interface Recurrence {

    /** No time comes before this date. */
    LocalDate start();

    /** The local time of day, in whole minutes. */
    LocalTime time();

    /** The dates on or after {@code from} and {@link #start}, in order, without end. */
    Stream<LocalDate> dates(LocalDate from);

    /**
     * Every so many weeks on these days. Weeks begin on Monday and are counted from the one of the first given day
     * on or after the start.
     *
     * @param weeks 1 to 52
     */
    record Weekly(int weeks, Set<DayOfWeek> days, LocalTime time, LocalDate start) implements Recurrence {
        public Weekly {
            if (weeks < 1 || weeks > 52) {
                throw new IllegalArgumentException("a rhythm is 1 to 52 weeks, not " + weeks);
            }
            if (days.isEmpty()) {
                throw new IllegalArgumentException("a weekly rhythm needs a day");
            }
            days = Collections.unmodifiableSet(EnumSet.copyOf(days));
            requireWholeMinutes(time);
        }

        @Override
        public Stream<LocalDate> dates(LocalDate from) {
            return later(from, start).datesUntil(LocalDate.MAX).filter(this::has);
        }

        private boolean has(LocalDate date) {
            return days.contains(date.getDayOfWeek())
                    && ChronoUnit.WEEKS.between(monday(first()), monday(date)) % weeks == 0;
        }

        private LocalDate first() {
            var date = start;
            while (!days.contains(date.getDayOfWeek())) {
                date = date.plusDays(1);
            }
            return date;
        }

        private static LocalDate monday(LocalDate date) {
            return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }
    }

    /**
     * Each month on this day, or on the month's last where it is shorter.
     *
     * @param day 1 to 31
     */
    record MonthlyOnDay(int day, LocalTime time, LocalDate start) implements Recurrence {
        public MonthlyOnDay {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("a day of the month is 1 to 31, not " + day);
            }
            requireWholeMinutes(time);
        }

        @Override
        public Stream<LocalDate> dates(LocalDate from) {
            return months(later(from, start)).map(month -> month.atDay(Math.min(day, month.lengthOfMonth())))
                    .dropWhile(date -> date.isBefore(later(from, start)));
        }
    }

    /** Each month on such a weekday, for example the second Tuesday. */
    record MonthlyOnWeekday(Nth nth, DayOfWeek day, LocalTime time, LocalDate start) implements Recurrence {
        public MonthlyOnWeekday {
            requireWholeMinutes(time);
        }

        @Override
        public Stream<LocalDate> dates(LocalDate from) {
            return months(later(from, start))
                    .map(month -> month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth.ordinal, day)))
                    .dropWhile(date -> date.isBefore(later(from, start)));
        }
    }

    /** Which one of a month's weekdays. */
    enum Nth {
        FIRST(1), SECOND(2), THIRD(3), FOURTH(4), LAST(-1);

        private final int ordinal;

        Nth(int ordinal) {
            this.ordinal = ordinal;
        }
    }

    /** The first time that lies after the given moment. */
    default Instant next(Instant after, ZoneId zone) {
        // A day before, because a zone that skips a whole day moves that day's time into the next.
        var from = LocalDate.ofInstant(after, zone).minusDays(1);
        return dates(from).map(date -> moment(date, zone)).filter(moment -> moment.isAfter(after)).findFirst()
                .orElseThrow(() -> new IllegalStateException("the calendar ends"));
    }

    /** The next {@code count} times after the given moment, in order. */
    default List<Instant> preview(int count, Instant after, ZoneId zone) {
        return Stream.iterate(next(after, zone), moment -> next(moment, zone)).limit(count).toList();
    }

    /** One line of text that {@link #parse} reads back. */
    default String format() {
        return RecurrenceText.format(this);
    }

    /** Reads what {@link #format} wrote; refuses any other text. */
    static Recurrence parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a recurrence: '" + text + "'"));
    }

    /** Reads any text; empty where {@link #format} did not write it. */
    static Optional<Recurrence> find(String text) {
        return RecurrenceText.find(text);
    }

    /** For people, to stand within a sentence: "every 2 weeks on Tuesday at 14:30". */
    default String words() {
        return RecurrenceText.words(this);
    }

    private Instant moment(LocalDate date, ZoneId zone) {
        var local = date.atTime(time());
        var change = zone.getRules().getTransition(local);
        // java.time would move a skipped time on by the length of the gap: 2:30 would become 3:30 and not 3:00.
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private static Stream<YearMonth> months(LocalDate from) {
        return Stream.iterate(YearMonth.from(from), month -> month.plusMonths(1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void requireWholeMinutes(LocalTime time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("a time of day is in whole minutes, not " + time);
        }
    }
}
