package dev.stagecoach.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
        if (school(local.toLocalDate()) && !quiet.cover(local.toLocalTime())) {
            return from;
        }
        var today = local.toLocalTime().isBefore(quiet.to());
        var first = local.toLocalDate().plusDays(today ? 0 : 1);
        return first.datesUntil(first.plusDays(DAYS_AHEAD)).filter(this::school).findFirst()
                .map(day -> later(opening(day), from)).orElseGet(() -> opening(first.plusDays(DAYS_AHEAD)));
    }

    /** Where the clocks go back, the hour in which a day opens comes twice; then it stays open. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Whether it is a day on which people work: no weekend, nothing off. */
    public boolean school(LocalDate day) {
        return !weekend(day) && offOn(day).isEmpty();
    }

    public Optional<DaysOff> offOn(LocalDate day) {
        return off.stream().filter(days -> days.cover(day)).findFirst();
    }

    /** The first minute of that day which is not quiet; a minute that the clocks skip becomes the first valid one. */
    private Instant opening(LocalDate day) {
        var local = day.atTime(quiet.to());
        var change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private boolean weekend(LocalDate day) {
        return quiet.weekends() && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}
