package dev.stagecoach.coaching.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Commitment.Outcome;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What was promised in each team. */
final class PromiseStore {
    private static final String SELECT = """
            select id, team, person, promised_to, what, due, made_at, state, word, settled_at from promise
            """;

    /** Keeps it; the same form sent in twice makes one promise. */
    void add(Transaction tx, Promise promise) {
        tx.handle().createUpdate("""
                insert into promise (id, team, person, promised_to, what, due, made_at, state, word)
                values (:id, :team, :person, :to, :what, :due, :made, 'OPEN', '') on conflict (id) do nothing
                """).bind("id", promise.id()).bind("team", promise.team().value())
                .bind("person", promise.person().toString()).bind("to", promise.to().name())
                .bind("what", promise.what()).bind("due", promise.by().map(LocalDate::toString).orElse(null))
                .bind("made", promise.made().toEpochMilli()).execute();
    }

    /** Those of a team that are open, or were settled since; the newest first. */
    List<Promise> of(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and (state = 'OPEN' or settled_at >= :since) order by made_at desc, id desc
                """).bind("team", team.value()).bind("since", since.toEpochMilli())
                .map((row, _) -> promise(row)).list();
    }

    Optional<Promise> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).map((row, _) -> promise(row))
                .findOne();
    }

    /** Says what became of it; saying the same again changes nothing, not even since when it is so. */
    void settle(Transaction tx, String id, State state, String word, Instant now) {
        tx.handle().createUpdate("""
                update promise set state = :state, word = :word, settled_at = :at
                where id = :id and (state <> :state or word <> :word)
                """).bind("id", id).bind("state", state.name()).bind("word", word)
                .bind("at", state == State.OPEN ? null : now.toEpochMilli()).execute();
    }

    private static Promise promise(ResultSet row) throws SQLException {
        var settled = row.getLong("settled_at");
        var at = row.wasNull() ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(settled));
        return new Promise(row.getString("id"), new TeamId(row.getString("team")),
                PersonId.parse(row.getString("person")), Promise.To.valueOf(row.getString("promised_to")),
                row.getString("what"), Optional.ofNullable(row.getString("due")).map(LocalDate::parse),
                Instant.ofEpochMilli(row.getLong("made_at")),
                new Outcome(State.valueOf(row.getString("state")), row.getString("word"), at));
    }
}
