package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;

/**
 * A round of self-assessment.
 *
 * @param practices keys, in order
 * @param schoolGoal those of the practices that serve the school's goal, as its coaches and leaders say; may be empty
 * @param closed how it ended; empty while it is open
 * @param mode who sees what it says, as it was agreed when it was opened
 */
record Round(String id, TeamId team, List<String> practices, List<String> schoolGoal, Instant openedAt,
        Instant closesAt, Optional<Closing> closed, VisibilityMode mode) {
    Round {
        practices = List.copyOf(practices);
        schoolGoal = practices.stream().filter(List.copyOf(schoolGoal)::contains).toList();
    }

    /** When it closed, and how many of how many had taken part: frozen figures. */
    record Closing(Instant at, int tookPart, int asked) {}

    /** When it closed. */
    Closing closing() {
        return closed.orElseThrow(() -> new IllegalStateException("round " + id + " is open"));
    }

    /** Both sides of every practice, in order. */
    List<Reveal.Figure> figures() {
        return practices.stream()
                .flatMap(
                        practice -> Stream.of(Side.STUDENT, Side.SYSTEM).map(side -> new Reveal.Figure(practice, side)))
                .toList();
    }

    /** Whether enough took part for its team to be shown anything. */
    boolean hasResult() {
        return closed.filter(end -> Visibility.mayCount(DataKind.TEAM_DISTRIBUTION, View.TEAM, end.tookPart(), mode))
                .isPresent();
    }

    /** Takes answers: open, and its time is not up. */
    boolean takesAnswers(Instant now) {
        return closed.isEmpty() && now.isBefore(closesAt);
    }
}
