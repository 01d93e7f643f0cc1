package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.guide.Side;

/**
 * What a team is shown of a round that has closed.
 *
 * @param figures only those that enough people stand behind
 * @param importance dots by practice; empty where too few people gave any
 * @param changes how the same people moved since an earlier round, where there is one
 */
record Reveal(Round round, Map<Figure, Distribution> figures, Map<String, Integer> importance,
        Map<Figure, ChangeStore.Compared> changes) {
    Reveal {
        figures = Map.copyOf(figures);
        importance = Map.copyOf(importance);
        changes = Map.copyOf(changes);
    }

    /** One side of one practice. */
    record Figure(String practice, Side side) {}

    Optional<Distribution> of(String practice, Side side) {
        return Optional.ofNullable(figures.get(new Figure(practice, side)));
    }

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return figures.isEmpty() && changes.values().stream().noneMatch(one -> one.change().isPresent());
    }

    /** How the same people moved; empty for a first time, and where too few placed it both times. */
    Optional<ChangeStore.Compared> moved(Figure figure) {
        return Optional.ofNullable(changes.get(figure)).filter(one -> one.change().isPresent());
    }

    /**
     * The adults' median lies a level or more above the students'. Where adults are far apart themselves, the median
     * is nobody's view, and nothing is said.
     */
    List<String> notFeltByStudents() {
        return round.practices().stream().filter(practice -> of(practice, Side.SYSTEM)
                .filter(adults -> adults.spread() != Distribution.Spread.FAR_APART && !adults.twoCamps())
                .flatMap(adults -> of(practice, Side.STUDENT)
                        .map(students -> adults.median().levelAbove(students.median())))
                .orElse(false)).toList();
    }

    /** Sides on which the team stands in two camps, in the round's order. */
    List<Figure> twoCamps() {
        return all().stream().filter(figure -> of(figure.practice(), figure.side()).filter(Distribution::twoCamps)
                .isPresent()).toList();
    }

    /** Every side of every practice in the round's order, released or not. */
    List<Figure> all() {
        return round.figures();
    }
}
