package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a person, or a team in its channel, may hear from the bot on its own.
 *
 * @param zone in which the hours and days are read
 * @param off breaks, holidays, vacation, in any order
 */
public record Day(ZoneId zone, QuietHours quiet, List<DaysOff> off) {
    private static final int DAYS_AHEAD = 400;

    public Day {
        off = List.copyOf(off);
    }

    /** What a moment is. */
    public sealed interface Ruling {
        /** Messages are welcome. */
        record Open() implements Ruling {}

        /** Quiet hours or a weekend; {@code until} is the next welcome moment, days off reckoned in. */
        record Quiet(Instant until) implements Ruling {}

        /** A day off; nothing of this day is sent later either. */
        record Off(DaysOff days) implements Ruling {}
    }

    public Ruling at(Instant moment) {
        var local = moment.atZone(zone);
        var off = offOn(local.toLocalDate());
        if (off.isPresent()) {
            return new Ruling.Off(off.get());
        }
        var open = nextOpen(moment);
        return open.isAfter(moment) ? new Ruling.Quiet(open) : new Ruling.Open();
    }

    /** The first welcome moment at or after the given one. */
    public Instant nextOpen(Instant from) {
        var local = from.atZone(zone);
        if (open(from)) {
            return from;
        }
        var today = local.toLocalTime().isBefore(quiet.to());
        var first = local.toLocalDate().plusDays(today ? 0 : 1);
        return first.datesUntil(first.plusDays(DAYS_AHEAD)).filter(this::school).map(day -> opening(day, from))
                .filter(this::open).findFirst().orElseGet(() -> opening(first.plusDays(DAYS_AHEAD), from));
    }

    /** A day that a zone leaves out has no opening of its own. */
    private boolean open(Instant moment) {
        var local = moment.atZone(zone);
        return school(local.toLocalDate()) && !quiet.cover(local.toLocalTime());
    }

    /** Whether it is a day on which people work: no weekend, nothing off. */
    public boolean school(LocalDate day) {
        return !weekend(day) && offOn(day).isEmpty();
    }

    /** The day so many school days after the given one; that day itself for 0. */
    public LocalDate schoolDayAfter(LocalDate from, int schoolDays) {
        var next = from.plusDays(1);
        return schoolDays == 0
                ? from
                : next.datesUntil(next.plusDays(DAYS_AHEAD)).filter(this::school).skip(schoolDays - 1).findFirst()
                        .orElse(next.plusDays(DAYS_AHEAD));
    }

    /** The first welcome moment of the last school day before the day of the given moment. */
    public Instant oneSchoolDayBefore(Instant end) {
        var eve = LocalDate.ofInstant(end, zone).minusDays(1);
        var last = Stream.iterate(eve, day -> day.minusDays(1)).limit(DAYS_AHEAD).filter(this::school).findFirst();
        return nextOpen(last.orElse(eve).atStartOfDay(zone).toInstant());
    }

    public Optional<DaysOff> offOn(LocalDate day) {
        return off.stream().filter(days -> days.cover(day)).findFirst();
    }

    /**
     * The first minute of that day, not before {@code from}, which is not quiet. A minute that the clocks skip becomes
     * the first valid one; one that comes twice is the first of the two, unless that has passed.
     */
    private Instant opening(LocalDate day, Instant from) {
        var local = day.atTime(quiet.to());
        var change = zone.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        var opening = local.atZone(zone);
        return opening.toInstant().isBefore(from)
                ? opening.withLaterOffsetAtOverlap().toInstant()
                : opening.toInstant();
    }

    private boolean weekend(LocalDate day) {
        return quiet.weekends() && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}
