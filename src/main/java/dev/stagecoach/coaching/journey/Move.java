package dev.stagecoach.coaching.journey;

import java.time.Instant;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A step in the history of a journey.
 *
 * @param from the stage before; empty where the journey began here, the same as {@code to} where the team chose the
 *     practice again
 * @param reason in the words of the person who moved it; may be empty
 */
public record Move(String id, TeamId team, String practice, String from, String to, PersonId by, String reason,
        Instant at) {

    /** Whether the practice was chosen, rather than the stage changed. */
    public boolean choice() {
        return from.isEmpty() || from.equals(to);
    }
}
