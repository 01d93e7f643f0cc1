package dev.stagecoach.coaching.tries;

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
            select r.filled as run_id, r.of_team as run_of_team, r.started_on as run_started,
                r.school_days as run_school_days, nullif(r.adapts, '') as run_adapts,
                nullif(r.decision, '') as run_decision_key, nullif(r.why, '') as run_decision_why,
                nullif(r.decided_by, '') as run_decision_by, r.decided_at as run_decision_at,
                f.team, f.author, case when f.shared_at is null then 0 else 1 end as shared
            from try_run r join filled f on f.id = r.filled
            """;

    /** Nothing happens to one that has begun. */
    void begin(Transaction tx, TryRun run) {
        tx.handle().createUpdate("""
                insert into try_run (filled, of_team, started_on, school_days, adapts, decision, why, decided_by)
                values (:id, :ofTeam, :started, :days, :adapts, '', '', '') on conflict (filled) do nothing
                """).bind("id", run.id()).bind("ofTeam", run.ofTeam())
                .bind("started", run.started()).bind("days", run.schoolDays())
                .bind("adapts", run.adapts().orElse("")).execute();
    }

    /** Those of a team, in no order. */
    List<Confidential<TryRun>> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(RUNS + " where f.team = :team").bind("team", team)
                .mapTo(RunRow.class).map(RunRow::closed).list();
    }

    Optional<Confidential<TryRun>> find(Transaction tx, String id) {
        return tx.handle().createQuery(RUNS + " where r.filled = :id").bind("id", id).mapTo(RunRow.class)
                .map(RunRow::closed)
                .findOne();
    }

    /**
     * Whose a try is, without a word of what is tried.
     *
     * @param shared whether the team sees it
     */
    record Whose(TeamId team, PersonId owner, boolean ofTeam, boolean shared) {}

    Optional<Whose> whose(Transaction tx, String id) {
        return tx.handle().createQuery(RUNS + " where r.filled = :id").bind("id", id).mapTo(RunRow.class)
                .map(row -> new Whose(row.team(), row.author(), row.run().ofTeam(), row.shared())).findOne();
    }

    /** Ends a try; false where somebody has ended it before. */
    boolean decide(Transaction tx, String id, TryRun.Decision decision) {
        return tx.handle().createUpdate("""
                update try_run set decision = :decision, why = :why, decided_by = :by, decided_at = :at
                where filled = :id and decided_at is null
                """).bind("decision", decision.key()).bind("why", decision.why())
                .bind("by", decision.by()).bind("at", decision.at()).bind("id", id).execute() == 1;
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
                """).bind("note", note.id()).bind("id", id).bind("person", note.by())
                .bind("at", note.at()).bind("n", note.count().map(Count::n).orElse(null))
                .bind("of", note.count().map(Count::of).orElse(null))
                .bind("what", note.count().map(count -> count.what().name()).orElse(""))
                .bind("words", note.words()).execute();
    }

    /** Newest first. */
    List<Confidential<TryNote>> notes(Transaction tx, String id) {
        return tx.handle().createQuery("""
                select n.id as note_id, n.person as note_by, n.at as note_at, n.count_n as note_count_n,
                    n.count_of as note_count_of, nullif(n.count_what, '') as note_count_what, n.words as note_words,
                    f.team, case when f.shared_at is null then 0 else 1 end as shared
                from try_note n join filled f on f.id = n.filled where n.filled = :id order by n.at desc, n.id desc
                """).bind("id", id).mapTo(NoteRow.class).map(NoteRow::closed).list();
    }

    /** With its notes; what was filled in is its own store's. */
    void delete(Transaction tx, String id) {
        for (var sql : List.of("delete from try_note where filled = :id", "delete from try_run where filled = :id")) {
            tx.handle().createUpdate(sql).bind("id", id).execute();
        }
    }

    private record RunRow(TryRun run, TeamId team, PersonId author, boolean shared) {
        Confidential<TryRun> closed() {
            return new Confidential<>(DataKind.MEMBER_STEP, team, author, shared, run);
        }
    }

    private record NoteRow(TryNote note, TeamId team, boolean shared) {
        Confidential<TryNote> closed() {
            return new Confidential<>(DataKind.MEMBER_STEP, team, note.by(), shared, note);
        }
    }
}
