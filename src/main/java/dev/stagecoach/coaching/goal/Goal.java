package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A team's goal for one practice, in its present version.
 *
 * @param published when the team saw it first; empty while it is being written
 */
public record Goal(String id, TeamId team, String practice, Optional<Instant> published, Version present) {

    /** A state of the goal: what it said, by whom and since when. Number 0 is the empty canvas. */
    public record Version(int number, PersonId by, Instant at, Canvas canvas) {}

    public Canvas canvas() {
        return present.canvas();
    }

    public int version() {
        return present.number();
    }
}
