package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A check-in that comes round.
 *
 * @param set the key of the questions in the guide
 * @param chosen who is asked; nobody in it means the whole team
 * @param origin whether the team's settings made it, and whether a coach has changed it since
 * @param paused by whom; empty while it runs
 * @param nextDue when it asks next, were it not paused
 */
record Schedule(String id, TeamId team, String set, Recurrence recurrence, List<PersonId> chosen, Origin origin,
        Optional<Pause> paused, Instant nextDue) {
    private static final int LOOK_AHEAD = 60;

    Schedule {
        chosen = List.copyOf(chosen);
    }

    enum Origin {
        COACH, SETTINGS, SETTINGS_EDITED
    }

    enum Pause {
        COACH, SETTINGS
    }

    boolean asks(PersonId person) {
        return chosen.isEmpty() || chosen.contains(person);
    }

    /** When it asks next, days off left out. */
    Instant nextOpen(Day day) {
        return Stream.iterate(nextDue, at -> recurrence.next(at, day.zone())).limit(LOOK_AHEAD)
                .filter(at -> day.offOn(LocalDate.ofInstant(at, day.zone())).isEmpty()).findFirst().orElse(nextDue);
    }

    /** Where days off leave it out, from now on; none while it is paused. */
    List<Gap> gaps(Day day, Instant now) {
        return paused.isPresent() ? List.of() : Gap.ahead(recurrence, day, now);
    }

    Schedule dueAt(Instant next) {
        return new Schedule(id, team, set, recurrence, chosen, origin, paused, next);
    }

    Schedule pausedBy(Pause by) {
        return new Schedule(id, team, set, recurrence, chosen, origin, Optional.of(by), nextDue);
    }

    /** Runs again from now on; what was missed stays missed. */
    Schedule resumed(Instant now, ZoneId zone) {
        return new Schedule(id, team, set, recurrence, chosen, origin, Optional.empty(), recurrence.next(now, zone));
    }

    Schedule every(Recurrence changed, Instant now, ZoneId zone) {
        return new Schedule(id, team, set, changed, chosen, origin, paused, changed.next(now, zone));
    }

    /** With other questions. */
    Schedule asking(String other) {
        return new Schedule(id, team, other, recurrence, chosen, origin, paused, nextDue);
    }

    /** As a coach wants it. */
    Schedule as(ScheduleDraft plan, Instant now, ZoneId zone) {
        var edited = origin == Origin.COACH ? Origin.COACH : Origin.SETTINGS_EDITED;
        return new Schedule(id, team, plan.set(), plan.recurrence(), plan.chosen(), edited, paused,
                plan.recurrence().next(now, zone));
    }
}
