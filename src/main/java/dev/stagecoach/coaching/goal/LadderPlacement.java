package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;

/**
 * Where somebody says that the team stands on its goal's ladder.
 *
 * @param line what shows it
 * @param agreed who confirmed it and when; empty while it is one person's word
 */
public record LadderPlacement(String id, String goal, int rung, String line, PersonId by, Instant at,
        Optional<Agreed> agreed) {

    /** Somebody else than who proposed it agrees. */
    public record Agreed(PersonId by, Instant at) {}

    boolean open() {
        return agreed.isEmpty();
    }
}
