package dev.stagecoach.people;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a person wants of the bot.
 *
 * @param stopped kinds that are not to come at all
 * @param pausedUntil the first day on which check-ins come again; empty while not paused
 * @param vacation days on which nothing is to come
 * @param quiet hours that are quiet in addition to the team's; weekends are the team's to decide
 */
public record Preference(Set<Subscription> stopped, Optional<LocalDate> pausedUntil, Optional<DaysOff> vacation,
        Optional<QuietHours> quiet) {
    /** What a vacation is called, to stand after "because of". */
    public static final String VACATION = "your vacation";

    /** What holds for somebody who never changed anything. */
    public static final Preference NONE = new Preference(Set.of(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public Preference {
        stopped = Set.copyOf(stopped);
    }

    /** Check-ins wanted or not, perhaps paused, and nothing else changed. */
    public Preference(boolean checkins, Optional<LocalDate> pausedUntil) {
        this(checkins ? Set.of() : Set.of(Subscription.CHECKINS), pausedUntil, Optional.empty(), Optional.empty());
    }

    public boolean wants(Subscription kind) {
        return !stopped.contains(kind);
    }

    /** Whether check-ins come at all. */
    public boolean checkins() {
        return wants(Subscription.CHECKINS);
    }

    /** The same wishes, without what the other ones stop. */
    Preference stoppingToo(Preference other) {
        var both = new HashSet<>(stopped);
        both.addAll(other.stopped);
        return new Preference(both, pausedUntil, vacation, quiet);
    }

    /** The same wishes, with check-ins coming or not. */
    public Preference withCheckins(boolean wanted) {
        var other = new HashSet<>(stopped);
        other.remove(Subscription.CHECKINS);
        return new Preference(other, pausedUntil, vacation, quiet).without(wanted
                ? Set.of()
                : Set.of(Subscription.CHECKINS));
    }

    /** The same wishes, without messages of these kinds. */
    public Preference without(Set<Subscription> kinds) {
        return stoppingToo(new Preference(kinds, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** The same wishes, with check-ins coming again from this day on. */
    public Preference pausedUntil(LocalDate day) {
        return new Preference(stopped, Optional.of(day), vacation, quiet);
    }

    /** Whether check-ins are welcome on this day. */
    public boolean wantsCheckins(LocalDate day) {
        return checkins() && !pausedOn(day);
    }

    /** Whether check-ins, otherwise welcome, rest on this day. */
    public boolean pausedOn(LocalDate day) {
        return pausedUntil.filter(day::isBefore).isPresent();
    }
}
