package dev.stagecoach.coaching.rounds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.guide.Side;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.VisibilityMode;
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
                .bind("same", change.map(Change::same).orElse(null))
                .bind("down", change.map(Change::down).orElse(null))
                .bind("joined", change.map(Change::joined).orElse(null))
                .bind("gone", change.map(Change::left).orElse(null)).bind("slipped", compared.slipped() ? 1 : 0)
                .execute();
    }

    Map<Reveal.Figure, Compared> of(Transaction tx, String round) {
        var found = new HashMap<Reveal.Figure, Compared>();
        tx.handle().createQuery("""
                select c.practice, c.side, c.up, c.same, c.down, c.joined, c.gone, c.slipped, r.closed_at
                from assessment_change c join assessment_round r on r.id = c.earlier where c.round = :round
                """).bind("round", round).map((row, _) -> found.put(
                new Reveal.Figure(row.getString("practice"), Side.of(row.getString("side"))), compared(row)))
                .list();
        return found;
    }

    /** Closed rounds of the team that show how the same people moved with the practice. */
    int repeated(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select count(distinct c.round) from assessment_change c join assessment_round r on r.id = c.round
                where r.team = :team and c.practice = :practice and c.up is not null
                """).bind("team", team.value()).bind("practice", practice).mapTo(Integer.class).one();
    }

    /**
     * Who chose which level, for comparing alone: nothing of it may leave but counts. In a round that was placed
     * together the team stands for everybody.
     */
    Map<Reveal.Figure, Map<String, Integer>> levels(Transaction tx, Round round, int highest) {
        var sql = round.mode() == VisibilityMode.JOINT
                ? "select 'team' as who, practice, side, counts, 0 as level from assessment_figure where round = :round"
                : """
                        select person as who, practice, side, '' as counts, level from assessment_rating
                        where round = :round and level between 1 and :highest
                        """;
        var found = new HashMap<Reveal.Figure, Map<String, Integer>>();
        tx.handle().createQuery(sql).bind("round", round.id()).bind("highest", highest)
                .map((row, _) -> found.computeIfAbsent(
                        new Reveal.Figure(row.getString("practice"), Side.of(row.getString("side"))),
                        _ -> new HashMap<>()).put(row.getString("who"), level(row)))
                .list();
        return found;
    }

    private static int level(ResultSet row) throws SQLException {
        var counts = row.getString("counts");
        return counts.isEmpty() ? row.getInt("level") : List.of(counts.split(" ")).indexOf("1") + 1;
    }

    private static Compared compared(ResultSet row) throws SQLException {
        var up = row.getInt("up");
        var change = row.wasNull()
                ? Optional.<Change>empty()
                : Optional.of(new Change(up, row.getInt("same"), row.getInt("down"), row.getInt("joined"),
                        row.getInt("gone")));
        return new Compared(Instant.ofEpochMilli(row.getLong("closed_at")), change, row.getInt("slipped") == 1);
    }
}
