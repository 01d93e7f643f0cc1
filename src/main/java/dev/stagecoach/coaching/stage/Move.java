package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A step in the history of a journey.
 *
 * @param from the stage before; empty where the journey began here, the same as {@code to} where the team chose the
 *     practice again
 * @param by who proposed it, or moved it alone
 * @param countersigner the coach whose name stands under it as well; empty where there was no other coach, and for a
 *     choice
 * @param reason in the words of {@code by}; empty where a practice was only taken up again
 */
public record Move(String id, TeamId team, String practice, String from, String to, PersonId by,
        Optional<PersonId> countersigner, String reason, Instant at) {

    /** Whether the practice was chosen, rather than the stage changed. */
    public boolean choice() {
        return from.isEmpty() || from.equals(to);
    }
}
