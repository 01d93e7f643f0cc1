package dev.stagecoach.coaching.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;

/**
 * A round of self-assessment.
 *
 * @param practices keys, in order
 * @param closed how it ended; empty while it is open
 */
record Round(String id, TeamId team, List<String> practices, Instant openedAt, Instant closesAt,
        Optional<Closing> closed) {
    Round {
        practices = List.copyOf(practices);
    }

    /** When it closed, and how many of how many had taken part: frozen figures. */
    record Closing(Instant at, int tookPart, int asked) {}

    /** Takes answers: open, and its time is not up. */
    boolean takesAnswers(Instant now) {
        return closed.isEmpty() && now.isBefore(closesAt);
    }
}
