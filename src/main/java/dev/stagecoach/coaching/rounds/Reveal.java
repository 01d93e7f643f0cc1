package dev.stagecoach.coaching.rounds;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.guide.Side;

/**
 * What a team is shown of a round that has closed.
 *
 * @param numbers what may be shown of the levels
 * @param importance dots by practice, 0 where nearly everybody gave one; empty where they are not shown
 * @param changes how the same people moved since an earlier round, where there is one
 */
record Reveal(Round round, Numbers numbers, Map<String, Integer> importance,
        Map<Figure, ChangeStore.Compared> changes) {
    Reveal {
        importance = Map.copyOf(importance);
        changes = Map.copyOf(changes);
    }

    /**
     * The figures that are shown, those of which only a shared view is told, and why others are not shown.
     *
     * @param shared where all, or all but one, chose the same level
     */
    record Numbers(Map<Figure, Distribution> figures, Set<Figure> shared, Map<Figure, Release.Why> withheld) {
        Numbers {
            figures = Map.copyOf(figures);
            shared = Set.copyOf(shared);
            withheld = Map.copyOf(withheld);
        }
    }

    Map<Figure, Distribution> figures() {
        return numbers.figures();
    }

    /** Whether a figure, or the dots, would tell too much beside what was shown before. */
    boolean tellsTooMuch(Figure figure) {
        return numbers.withheld().get(figure) == Release.Why.TELLS_TOO_MUCH;
    }

    boolean sharesView(Figure figure) {
        return numbers.shared().contains(figure);
    }

    /** One side of one practice. */
    record Figure(String practice, Side side) {}

    Optional<Distribution> of(String practice, Side side) {
        return Optional.ofNullable(figures().get(new Figure(practice, side)));
    }

    /** Whether there is anything to show. */
    boolean isEmpty() {
        return figures().isEmpty() && numbers.shared().isEmpty()
                && changes.values().stream().noneMatch(one -> one.change().isPresent());
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
