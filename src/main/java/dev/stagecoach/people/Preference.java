package dev.stagecoach.people;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person wants of the bot.
 *
 * @param checkins whether check-ins come at all
 * @param pausedUntil the first day on which check-ins come again; empty while not paused
 */
public record Preference(boolean checkins, Optional<LocalDate> pausedUntil) {

    /** What holds for somebody who never changed anything. */
    public static final Preference NONE = new Preference(true, Optional.empty());

    /** The same, with check-ins coming or not. */
    public Preference withCheckins(boolean wanted) {
        return new Preference(wanted, pausedUntil);
    }

    /** Whether check-ins are welcome on this day. */
    public boolean wantsCheckins(LocalDate day) {
        return checkins && !pausedOn(day);
    }

    /** Whether check-ins, otherwise welcome, rest on this day. */
    public boolean pausedOn(LocalDate day) {
        return pausedUntil.filter(day::isBefore).isPresent();
    }
}
