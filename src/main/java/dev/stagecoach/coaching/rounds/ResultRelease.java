package dev.stagecoach.coaching.rounds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.people.Visibility;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Transaction;

/** Counts a round that has just closed, and keeps of it what may be shown. What is not kept is shown to nobody. */
final class ResultRelease {
    private final RoundStore rounds = new RoundStore();
    private final FigureStore figures = new FigureStore();
    private final BehindStore behind = new BehindStore();
    private final ChangeStore changes = new ChangeStore();
    private final int levels;

    /** @param levels how many levels there are */
    ResultRelease(int levels) {
        this.levels = levels;
    }

    /** Releases the figures of people's own answers. True where something lies lower than the time before. */
    boolean release(Transaction tx, Round round) {
        var rule = rule(round);
        var slipped = false;
        for (var figure : round.figures()) {
            var now = behind.now(tx, round, figure, levels);
            var answered = now.people().size() + now.unsure().size() > 0;
            slipped |= answered && release(tx, round, figure, now, rule);
        }
        releaseDots(tx, round, rule);
        return slipped;
    }

    private Release.Rule rule(Round round) {
        return new Release.Rule(round.mode() == VisibilityMode.CONFIDENTIAL ? Visibility.TEAM_MINIMUM : 1, levels);
    }

    private boolean release(Transaction tx, Round round, Reveal.Figure figure, Release.Answers now, Release.Rule rule) {
        var shown = behind.shown(tx, round.mode(), figure);
        var before = shown.stream()
                .filter(one -> one.round().team().equals(round.team()) && one.levels() && one.answers().known())
                .findFirst();
        var release = rule.of(now, shown.stream().map(BehindStore.Shown::answers).toList(),
                before.map(BehindStore.Shown::answers));
        switch (release) {
            case Release.Levels _ -> keep(tx, round, figure, now, Distribution.of(now.levels().values(), levels,
                    now.unsure().size()).kept());
            case Release.SharedView _ -> keep(tx, round, figure, now, new FigureStore.Kept("", now.unsure().size()));
            case Release.Nothing(var why) -> figures.withhold(tx, round.id(), figure, why);
            case Release.ChangeOnly _ -> figures.withhold(tx, round.id(), figure, Release.Why.TELLS_TOO_MUCH);
        }
        return before.filter(one -> compare(tx, round, figure, new Before(one.round(), one.answers().levels()),
                new Now(now.levels(), release.moved()))).isPresent();
    }

    private void keep(Transaction tx, Round round, Reveal.Figure figure, Release.Answers now, FigureStore.Kept kept) {
        figures.keep(tx, round.id(), figure, kept);
        behind.keep(tx, round.id(), figure, now);
    }

    private void releaseDots(Transaction tx, Round round, Release.Rule rule) {
        var now = behind.dots(tx, round);
        var people = now.people().size() - now.late().size();
        if (people < rule.enough()) {
            return;
        }
        if (!rule.mayStandBeside(now, behind.shown(tx, round.mode(), BehindStore.DOTS).stream()
                .map(BehindStore.Shown::answers).toList())) {
            figures.withhold(tx, round.id(), BehindStore.DOTS, Release.Why.TELLS_TOO_MUCH);
            return;
        }
        behind.keep(tx, round.id(), BehindStore.DOTS, now);
        figures.dots(tx, round.id()).forEach((practice, dots) -> figures.keepImportance(tx, round.id(), practice,
                rule.nearlyAll(dots, people) ? 0 : dots));
    }

    /** Keeps one placement that was agreed together, and what it is against the time before. */
    boolean together(Transaction tx, Round round, Map<Reveal.Figure, Distribution> placed) {
        placed.forEach((figure, level) -> figures.keep(tx, round.id(), figure, level.kept()));
        var earlier = rounds.closed(tx, round.team()).stream()
                .filter(one -> one.mode() == VisibilityMode.JOINT && !one.id().equals(round.id())).toList();
        var slipped = false;
        for (var figure : placed.entrySet()) {
            var now = team(figure.getValue());
            slipped |= before(tx, earlier, figure.getKey()).filter(one -> compare(tx, round, figure.getKey(), one,
                    new Now(now, Optional.of(Change.of(one.levels(), now))))).isPresent();
        }
        return slipped;
    }

    private Optional<Before> before(Transaction tx, List<Round> earlier, Reveal.Figure figure) {
        return earlier.stream().flatMap(round -> Optional.ofNullable(figures.of(tx, round).figures().get(figure))
                .map(placed -> new Before(round, team(placed))).stream()).findFirst();
    }

    /** The team stands for everybody. */
    private static Map<String, Integer> team(Distribution placed) {
        return Map.of("team", placed.counts().indexOf(1) + 1);
    }

    /** The figure of an earlier round. */
    private record Before(Round round, Map<String, Integer> levels) {}

    private record Now(Map<String, Integer> levels, Optional<Change> shown) {}

    /** Keeps the comparison, and says whether it shows a slip: of the same people, none of whom has left. */
    private boolean compare(Transaction tx, Round round, Reveal.Figure figure, Before before, Now now) {
        var slipped = now.shown().filter(one -> one.left() == 0).isPresent()
                && Change.slipped(before.levels(), new HashMap<>(now.levels()));
        changes.keep(tx, round, figure, before.round(),
                new ChangeStore.Compared(before.round().closing().at(), now.shown(), slipped));
        return slipped;
    }
}
