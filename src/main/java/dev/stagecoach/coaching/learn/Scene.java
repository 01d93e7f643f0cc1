package dev.stagecoach.coaching.learn;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.coaching.rounds.Distribution;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A scene of the guide that somebody put to a team.
 *
 * @param vignette the scene's key in the guide
 * @param closed how it was placed; empty while members still place it
 */
record Scene(String id, TeamId team, String practice, String vignette, Opening opened, Optional<Closing> closed) {

    /** Who put it to the team, and when. */
    record Opening(PersonId by, Instant at) {}

    /**
     * The end, with the figures as they were then.
     *
     * @param asked how many members the team had
     */
    record Closing(Instant at, Distribution placed, int asked) {}

    /** Whether the team placed it in much the same way. */
    boolean shared() {
        return closed.filter(end -> end.placed().spread() == Distribution.Spread.SHARED).isPresent();
    }
}
