package dev.stagecoach.coaching.tries;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.people.Day;
import dev.stagecoach.people.PersonId;

/**
 * How a try runs.
 *
 * @param id that of the filled-in tool
 * @param ofTeam whether it is the team's own; else its owner's
 * @param schoolDays how many days of the school's calendar it runs
 * @param adapts the try that it adapts
 * @param decision how it ended; empty while it is open
 */
record TryRun(String id, boolean ofTeam, LocalDate started, int schoolDays, Optional<String> adapts,
        Optional<Decision> decision) {
    /** A calendar that leaves no school days at all ends the search here. */
    private static final int DAYS_AHEAD = 400;

    /**
     * How a try ended.
     *
     * @param key of the guide's decision
     * @param why in a line
     */
    record Decision(String key, String why, PersonId by, Instant at) {}

    boolean open() {
        return decision.isEmpty();
    }

    /** The day on which it is to be decided; one that breaks and holidays move, as the school's calendar stands now. */
    LocalDate due(Day calendar) {
        return Stream.iterate(started.plusDays(1), day -> day.plusDays(1)).limit(DAYS_AHEAD)
                .filter(day -> school(calendar, day)).skip(schoolDays - 1L).findFirst()
                .orElse(started.plusDays(DAYS_AHEAD));
    }

    boolean due(Day calendar, Instant now) {
        return open() && !now.atZone(calendar.zone()).toLocalDate().isBefore(due(calendar));
    }

    /** There is no school at a weekend, whether or not the team likes messages then. */
    private static boolean school(Day calendar, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && calendar.school(day);
    }
}
