package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** How the same people moved between two rounds: counted once, when the later one closes. */
final class ChangeStore {

    /**
     * A figure against the same figure of an earlier round.
     *
     * @param since when the earlier round closed
     * @param change empty where too few placed it both times
     * @param slipped whether the middle of the same people lies below that of the time before
     */
    record Compared(Instant since, Optional<Change> change, boolean slipped) {}

    void keep(Transaction tx, Round round, Reveal.Figure figure, Round earlier, Compared compared) {
        var change = compared.change();
        tx.handle().createUpdate("""
                insert into assessment_change (round, practice, side, earlier, up, same, down, joined, gone, slipped)
                values (:round, :practice, :side, :earlier, :up, :same, :down, :joined, :gone, :slipped)
                """).bind("round", round.id()).bind("practice", figure.practice()).bind("side", figure.side().key())
                .bind("earlier", earlier.id()).bind("up", change.map(Change::up).orElse(null))
                .bind("same", change.map(Change::same).orElse(null)).bind("down", change.map(Change::down).orElse(null))
                .bind("joined", change.map(Change::joined).orElse(null))
                .bind("gone", change.map(Change::left).orElse(null)).bind("slipped", compared.slipped()).execute();
    }

    private record Row(Reveal.Figure figure, Compared compared) {}

    Map<Reveal.Figure, Compared> of(Transaction tx, String round) {
        return tx.handle().createQuery("""
                select c.practice as figure_practice, c.side as figure_side, c.up as compared_change_up,
                    c.same as compared_change_same, c.down as compared_change_down,
                    c.joined as compared_change_joined, c.gone as compared_change_left,
                    c.slipped as compared_slipped, r.closed_at as compared_since
                from assessment_change c join assessment_round r on r.id = c.earlier where c.round = :round
                """).bind("round", round).mapTo(Row.class).collectToMap(Row::figure, Row::compared);
    }

    /** Closed rounds of the team that show how the same people moved with the practice, or that all share a view now. */
    int repeated(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select count(distinct c.round) from assessment_change c join assessment_round r on r.id = c.round
                left join assessment_figure f on f.round = c.round and f.practice = c.practice and f.side = c.side
                where r.team = :team and c.practice = :practice and (c.up is not null or f.counts = '')
                """).bind("team", team).bind("practice", practice).mapTo(Integer.class).one();
    }
}
