package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What was promised in each team. */
final class PromiseStore {
    private static final String SELECT = """
            select id, team, person, promised_to as "to", what, due as by, made_at as made, state as outcome_state,
                word as outcome_word, settled_at as outcome_at from promise
            """;

    /** Keeps it; the same form sent in twice makes one promise. */
    void add(Transaction tx, Promise promise) {
        tx.handle().createUpdate("""
                insert into promise (id, team, person, promised_to, what, due, made_at, state, word)
                values (:id, :team, :person, :to, :what, :due, :made, 'OPEN', '') on conflict (id) do nothing
                """).bind("id", promise.id()).bind("team", promise.team())
                .bind("person", promise.person()).bind("to", promise.to())
                .bind("what", promise.what()).bind("due", promise.by()).bind("made", promise.made()).execute();
    }

    /** Those of a team that are open, or were settled since; the newest first. */
    List<Promise> of(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery(SELECT + """
                 where team = :team and (state = 'OPEN' or settled_at >= :since) order by made_at desc, id desc
                """).bind("team", team).bind("since", since).mapTo(Promise.class).list();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from promise where id = :id").bind("id", id).mapTo(TeamId.class)
                .findOne();
    }

    Optional<Promise> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where id = :id").bind("id", id).mapTo(Promise.class)
                .findOne();
    }

    /** Says what became of it; saying the same again changes nothing, not even since when it is so. */
    void settle(Transaction tx, String id, State state, String word, Instant now) {
        tx.handle().createUpdate("""
                update promise set state = :state, word = :word, settled_at = :at
                where id = :id and (state <> :state or word <> :word)
                """).bind("id", id).bind("state", state).bind("word", word)
                .bind("at", state == State.OPEN ? null : now).execute();
    }
}
