package dev.stagecoach.coaching.rounds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.View;
import dev.stagecoach.people.Visibility;
import dev.stagecoach.storage.Transaction;

/** Counts a round that has just closed, and keeps of it what its team may see. What is not kept is shown to nobody. */
final class ResultRelease {
    private final RoundStore rounds = new RoundStore();
    private final FigureStore figures = new FigureStore();
    private final ChangeStore changes = new ChangeStore();
    private final int levels;

    /** @param levels how many levels there are */
    ResultRelease(int levels) {
        this.levels = levels;
    }

    /** Releases the figures of people's own answers. True where something lies lower than the time before. */
    boolean release(Transaction tx, Round round) {
        var counted = figures.count(tx, round.id(), levels);
        var earlier = new Earlier(tx, round);
        var slipped = false;
        for (var figure : round.figures()) {
            var distribution = Optional.ofNullable(counted.get(figure));
            if (distribution.isPresent()) {
                slipped |= release(tx, round, figure, distribution.get(), earlier);
            }
        }
        if (enough(round).test(figures.peopleWithDots(tx, round.id()))) {
            figures.keepImportance(tx, round.id());
        }
        return slipped;
    }

    private boolean release(Transaction tx, Round round, Reveal.Figure figure, Distribution distribution,
            Earlier earlier) {
        var before = earlier.with(figure);
        var change = before.map(one -> Change.of(one.levels(), earlier.now(figure)));
        switch (ReleaseRule.of(distribution.answers(), change, enough(round))) {
            case ReleaseRule.Nothing _ -> {
                return false;
            }
            case ReleaseRule.Levels(var shown) -> {
                figures.keep(tx, round.id(), figure, distribution);
                return before.filter(one -> compare(tx, round, figure, one, shown, earlier)).isPresent();
            }
            case ReleaseRule.ChangeOnly(var shown) -> {
                return before.filter(one -> compare(tx, round, figure, one, Optional.of(shown), earlier)).isPresent();
            }
        }
    }

    /** Keeps the comparison, and says whether it shows a slip. */
    private boolean compare(Transaction tx, Round round, Reveal.Figure figure, Before before, Optional<Change> shown,
            Earlier earlier) {
        var slipped = shown.isPresent() && Change.slipped(before.levels(), earlier.now(figure));
        changes.keep(tx, round, figure, before.round(),
                new ChangeStore.Compared(before.round().closing().at(), shown, slipped));
        return slipped;
    }

    /** Keeps one placement that was agreed together, and what it is against the time before. */
    boolean together(Transaction tx, Round round, Map<Reveal.Figure, Distribution> placed) {
        placed.forEach((figure, level) -> figures.keep(tx, round.id(), figure, level));
        var earlier = new Earlier(tx, round);
        var slipped = false;
        for (var figure : placed.keySet()) {
            slipped |= earlier.with(figure).filter(one -> compare(tx, round, figure, one,
                    Optional.of(Change.of(one.levels(), earlier.now(figure))), earlier)).isPresent();
        }
        return slipped;
    }

    private static IntPredicate enough(Round round) {
        return people -> Visibility.mayCount(DataKind.TEAM_DISTRIBUTION, View.TEAM, people, round.mode());
    }

    /** The figure of an earlier round. */
    private record Before(Round round, Map<String, Integer> levels) {}

    /**
     * What the team said in earlier rounds. Only rounds of one mode are compared: beside placements that are open, a
     * change would give away those that were not.
     */
    private final class Earlier {
        private final Transaction tx;
        private final List<Round> closed;
        private final Map<Reveal.Figure, Map<String, Integer>> now;
        private final IntPredicate enough;
        private final Map<String, Map<Reveal.Figure, Map<String, Integer>>> read = new HashMap<>();

        Earlier(Transaction tx, Round round) {
            this.tx = tx;
            this.closed = rounds.closed(tx, round.team()).stream()
                    .filter(one -> one.mode() == round.mode() && !one.id().equals(round.id())).toList();
            this.now = changes.levels(tx, round, levels);
            this.enough = enough(round);
        }

        Map<String, Integer> now(Reveal.Figure figure) {
            return now.getOrDefault(figure, Map.of());
        }

        /** The latest time before in which enough people placed it. */
        Optional<Before> with(Reveal.Figure figure) {
            return closed.stream().filter(one -> one.practices().contains(figure.practice()))
                    .map(one -> new Before(one, levels(one).getOrDefault(figure, Map.of())))
                    .filter(one -> !one.levels().isEmpty() && enough.test(one.levels().size())).findFirst();
        }

        private Map<Reveal.Figure, Map<String, Integer>> levels(Round round) {
            return read.computeIfAbsent(round.id(), _ -> changes.levels(tx, round, levels));
        }
    }
}
