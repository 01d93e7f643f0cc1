package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.stagecoach.storage.Transaction;

/** The figures of closed rounds: counted once, when a round closes, and only where enough people stand behind them. */
final class FigureStore {
    private final ChangeStore changes = new ChangeStore();

    /** Keeps the dots of all who gave any. */
    void keepImportance(Transaction tx, String round) {
        tx.handle().createUpdate("""
                insert into assessment_importance (round, practice, dots)
                select round, practice, count(*) from assessment_dot where round = :round group by round, practice
                """).bind("round", round).execute();
    }

    private record Answers(Reveal.Figure figure, int level, int number) {}

    /** What was answered, before anything of it is released. */
    Map<Reveal.Figure, Distribution> count(Transaction tx, String round, int levels) {
        var counted = new HashMap<Reveal.Figure, List<Integer>>();
        tx.handle().createQuery("""
                select practice as figure_practice, side as figure_side, level, count(*) as number
                from assessment_rating where round = :round and level <= :levels group by practice, side, level
                """).bind("round", round).bind("levels", levels)
                .mapTo(Answers.class).forEach(one -> counted
                        .computeIfAbsent(one.figure(), _ -> new ArrayList<>(Collections.nCopies(levels + 1, 0)))
                        .set(one.level(), one.number()));
        return counted.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> new Distribution(
                entry.getValue().subList(1, levels + 1), entry.getValue().getFirst())));
    }

    int peopleWithDots(Transaction tx, String round) {
        return tx.handle().createQuery("select count(distinct person) from assessment_dot where round = :round")
                .bind("round", round).mapTo(Integer.class).one();
    }

    void keep(Transaction tx, String round, Reveal.Figure figure, Distribution distribution) {
        tx.handle().createUpdate("""
                insert into assessment_figure (round, practice, side, counts, cannot_say)
                values (:round, :practice, :side, :counts, :cannotSay)
                """).bind("round", round).bind("practice", figure.practice()).bind("side", figure.side().key())
                .bind("counts", distribution.counts().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .bind("cannotSay", distribution.cannotSay()).execute();
    }

    private record Released(Reveal.Figure figure, String counts, int cannotSay) {
        Distribution distribution() {
            return new Distribution(Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList(), cannotSay);
        }
    }

    private record Dots(String practice, int dots) {}

    /** What was released of the round, as it was released. */
    Reveal of(Transaction tx, Round round) {
        var figures = tx.handle().createQuery("""
                select practice as figure_practice, side as figure_side, counts, cannot_say from assessment_figure
                where round = :round
                """).bind("round", round.id()).mapTo(Released.class)
                .collectToMap(Released::figure, Released::distribution);
        var importance = tx.handle()
                .createQuery("select practice, dots from assessment_importance where round = :round")
                .bind("round", round.id()).mapTo(Dots.class).collectToMap(Dots::practice, Dots::dots);
        return new Reveal(round, figures, importance, changes.of(tx, round.id()));
    }
}
