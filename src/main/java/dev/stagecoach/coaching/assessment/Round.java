package dev.stagecoach.coaching.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;

/**
 * A round of self-assessment.
 *
 * @param practices keys, in order
 * @param schoolGoal those of the practices that serve the school's goal, as its coaches and leaders say; may be empty
 * @param closed how it ended; empty while it is open
 */
record Round(String id, TeamId team, List<String> practices, List<String> schoolGoal, Instant openedAt,
        Instant closesAt, Optional<Closing> closed) {
    Round {
        practices = List.copyOf(practices);
        schoolGoal = practices.stream().filter(List.copyOf(schoolGoal)::contains).toList();
    }

    /** When it closed, and how many of how many had taken part: frozen figures. */
    record Closing(Instant at, int tookPart, int asked) {}

    /** Takes answers: open, and its time is not up. */
    boolean takesAnswers(Instant now) {
        return closed.isEmpty() && now.isBefore(closesAt);
    }
}
