package dev.stagecoach.coaching.rounds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.stagecoach.guide.Side;
import dev.stagecoach.storage.Transaction;

/** The figures of closed rounds: counted once, when a round closes, and only where enough people stand behind them. */
final class FigureStore {
    private final ChangeStore changes = new ChangeStore();

    /**
     * A figure as it is kept.
     *
     * @param counts answers at each level with a blank between them; empty where the level is not told
     */
    record Kept(String counts, int cannotSay) {}

    private record Dots(String practice, int dots) {}

    /** Who gave dots to what, as numbers, before anything of it is released. */
    Map<String, Integer> dots(Transaction tx, String round) {
        return tx.handle().createQuery("""
                select practice, count(*) as dots from assessment_dot where round = :round group by practice
                """).bind("round", round).mapTo(Dots.class).collectToMap(Dots::practice, Dots::dots);
    }

    void keepImportance(Transaction tx, String round, String practice, int dots) {
        tx.handle().createUpdate(
                "insert into assessment_importance (round, practice, dots) values (:round, :practice, :dots)")
                .bind("round", round).bind("practice", practice).bind("dots", dots).execute();
    }

    void keep(Transaction tx, String round, Reveal.Figure figure, Kept kept) {
        tx.handle().createUpdate("""
                insert into assessment_figure (round, practice, side, counts, cannot_say)
                values (:round, :practice, :side, :counts, :cannotSay)
                """).bind("round", round).bind("practice", figure.practice()).bind("side", figure.side().key())
                .bind("counts", kept.counts()).bind("cannotSay", kept.cannotSay()).execute();
    }

    /** Notes that a figure was not shown, without anything of what was answered. */
    void withhold(Transaction tx, String round, Reveal.Figure figure, Release.Why why) {
        tx.handle().createUpdate("""
                insert into assessment_withheld (round, practice, side, why) values (:round, :practice, :side, :why)
                """).bind("round", round).bind("practice", figure.practice()).bind("side", BehindStore.side(figure))
                .bind("why", why.name().toLowerCase(Locale.ROOT)).execute();
    }

    private record Withheld(String practice, String side, String why) {
        Reveal.Figure figure() {
            return practice.isEmpty() ? BehindStore.DOTS : new Reveal.Figure(practice, Side.of(side));
        }
    }

    private record Released(Reveal.Figure figure, String counts, int cannotSay) {
        Distribution distribution() {
            return new Distribution(Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList(), cannotSay);
        }
    }

    /** What was released of the round, as it was released. */
    Reveal of(Transaction tx, Round round) {
        var kept = tx.handle().createQuery("""
                select practice as figure_practice, side as figure_side, counts, cannot_say from assessment_figure
                where round = :round
                """).bind("round", round.id()).mapTo(Released.class).list();
        var figures = kept.stream().filter(one -> !one.counts().isEmpty())
                .collect(Collectors.toMap(Released::figure, Released::distribution));
        var shared = kept.stream().filter(one -> one.counts().isEmpty()).map(Released::figure)
                .collect(Collectors.toSet());
        var held = tx.handle().createQuery("select practice, side, why from assessment_withheld where round = :round")
                .bind("round", round.id()).mapTo(Withheld.class).collectToMap(Withheld::figure,
                        one -> Release.Why.valueOf(one.why().toUpperCase(Locale.ROOT)));
        var importance = tx.handle()
                .createQuery("select practice, dots from assessment_importance where round = :round")
                .bind("round", round.id()).mapTo(Dots.class).collectToMap(Dots::practice, Dots::dots);
        return new Reveal(round, new Reveal.Numbers(figures, shared, held), importance, changes.of(tx, round.id()));
    }
}
