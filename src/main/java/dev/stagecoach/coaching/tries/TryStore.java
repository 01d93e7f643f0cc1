package dev.stagecoach.coaching.tries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Count;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** How tries run, and what was seen on the way; as closed to others as the filled-in tool that says what is tried. */
final class TryStore {
    private static final String RUNS = """
            select r.filled, r.of_team, r.started_on, r.school_days, r.adapts, r.decision, r.why, r.decided_by,
                r.decided_at, f.team, f.author, f.shared_at
            from try_run r join filled f on f.id = r.filled
            """;

    /** Nothing happens to one that has begun. */
    void begin(Transaction tx, TryRun run) {
        tx.handle().createUpdate("""
                insert into try_run (filled, of_team, started_on, school_days, adapts, decision, why, decided_by)
                values (:id, :ofTeam, :started, :days, :adapts, '', '', '') on conflict (filled) do nothing
                """).bind("id", run.id()).bind("ofTeam", run.ofTeam() ? 1 : 0)
                .bind("started", run.started().toString()).bind("days", run.schoolDays())
                .bind("adapts", run.adapts().orElse("")).execute();
    }

    /** Those of a team, in no order. */
    List<Confidential<TryRun>> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(RUNS + " where f.team = :team").bind("team", team.value())
                .map((row, _) -> run(row)).list();
    }

    Optional<Confidential<TryRun>> find(Transaction tx, String id) {
        return tx.handle().createQuery(RUNS + " where r.filled = :id").bind("id", id).map((row, _) -> run(row))
                .findOne();
    }

    /** Ends a try; false where somebody has ended it before. */
    boolean decide(Transaction tx, String id, TryRun.Decision decision) {
        return tx.handle().createUpdate("""
                update try_run set decision = :decision, why = :why, decided_by = :by, decided_at = :at
                where filled = :id and decided_at is null
                """).bind("decision", decision.key()).bind("why", decision.why())
                .bind("by", decision.by().toString()).bind("at", decision.at().toEpochMilli()).bind("id", id)
                .execute() == 1;
    }

    /** Gives an open try more time than it has; nothing happens where it has it already. */
    void extend(Transaction tx, String id, int schoolDays) {
        tx.handle().createUpdate("update try_run set school_days = :days where filled = :id and decided_at is null"
                + " and school_days < :days").bind("days", schoolDays).bind("id", id).execute();
    }

    /** Nothing happens where the note is there already. */
    void note(Transaction tx, String id, TryNote note) {
        tx.handle().createUpdate("""
                insert into try_note (id, filled, person, at, count_n, count_of, count_what, words)
                values (:note, :id, :person, :at, :n, :of, :what, :words) on conflict (id) do nothing
                """).bind("note", note.id()).bind("id", id).bind("person", note.by().toString())
                .bind("at", note.at().toEpochMilli()).bind("n", note.count().map(Count::n).orElse(null))
                .bind("of", note.count().map(Count::of).orElse(null))
                .bind("what", note.count().map(count -> count.what().name()).orElse(""))
                .bind("words", note.words()).execute();
    }

    /** Newest first. */
    List<Confidential<TryNote>> notes(Transaction tx, String id) {
        return tx.handle().createQuery("""
                select n.id, n.person, n.at, n.count_n, n.count_of, n.count_what, n.words, f.team, f.shared_at
                from try_note n join filled f on f.id = n.filled where n.filled = :id order by n.at desc, n.id desc
                """).bind("id", id).map((row, _) -> note(row)).list();
    }

    /** With its notes; what was filled in is its own store's. */
    void delete(Transaction tx, String id) {
        for (var sql : List.of("delete from try_note where filled = :id", "delete from try_run where filled = :id")) {
            tx.handle().createUpdate(sql).bind("id", id).execute();
        }
    }

    private static Confidential<TryRun> run(ResultSet row) throws SQLException {
        var run = new TryRun(row.getString("filled"), row.getInt("of_team") == 1,
                LocalDate.parse(row.getString("started_on")), row.getInt("school_days"),
                Optional.of(row.getString("adapts")).filter(id -> !id.isEmpty()), decision(row));
        return closed(row, PersonId.parse(row.getString("author")), run);
    }

    private static Optional<TryRun.Decision> decision(ResultSet row) throws SQLException {
        var key = row.getString("decision");
        return key.isEmpty()
                ? Optional.empty()
                : Optional
                        .of(new TryRun.Decision(key, row.getString("why"), PersonId.parse(row.getString("decided_by")),
                                Instant.ofEpochMilli(row.getLong("decided_at"))));
    }

    private static Confidential<TryNote> note(ResultSet row) throws SQLException {
        var what = row.getString("count_what");
        var count = what.isEmpty()
                ? Optional.<Count>empty()
                : Optional.of(new Count(row.getInt("count_n"), row.getInt("count_of"), Count.What.valueOf(what)));
        var by = PersonId.parse(row.getString("person"));
        return closed(row, by, new TryNote(row.getString("id"), by, Instant.ofEpochMilli(row.getLong("at")), count,
                row.getString("words")));
    }

    private static <T> Confidential<T> closed(ResultSet row, PersonId author, T content) throws SQLException {
        var shared = row.getObject("shared_at") != null;
        return new Confidential<>(DataKind.MEMBER_STEP, new TeamId(row.getString("team")), author, shared, content);
    }
}
