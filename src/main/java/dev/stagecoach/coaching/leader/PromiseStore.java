package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What was promised in each team, handed out closed: leaders read what was promised to them. */
final class PromiseStore {
    private static final String SELECT = """
            select p.id, p.team, p.person, p.promised_to as "to", p.what, p.due as by, p.made_at as made,
                coalesce(o.state, 'OPEN') as outcome_state, coalesce(o.word, '') as outcome_word, o.at as outcome_at
            from promise p left join promise_outcome o on o.promised = p.id
            """;

    /** Keeps it; the same form sent in twice makes one promise. */
    void add(Transaction tx, Promise promise) {
        tx.handle().createUpdate("""
                insert into promise (id, team, person, promised_to, what, due, made_at)
                values (:id, :team, :person, :to, :what, :due, :made) on conflict (id) do nothing
                """).bind("id", promise.id()).bind("team", promise.team())
                .bind("person", promise.person()).bind("to", promise.to())
                .bind("what", promise.what()).bind("due", promise.by()).bind("made", promise.made()).execute();
    }

    /** Those of a team that are open, or were settled since; the newest first. */
    List<Confidential<Promise>> of(Transaction tx, TeamId team, Instant since) {
        return tx.handle().createQuery(SELECT + """
                 where p.team = :team and (o.promised is null or o.at >= :since) order by p.made_at desc, p.id desc
                """).bind("team", team).bind("since", since).mapTo(Promise.class)
                .map(PromiseStore::closed).list();
    }

    /** Whose business it is. */
    Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from promise where id = :id").bind("id", id).mapTo(TeamId.class)
                .findOne();
    }

    Optional<Confidential<Promise>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where p.id = :id").bind("id", id).mapTo(Promise.class)
                .map(PromiseStore::closed).findOne();
    }

    /** Whether something that the person promised in the team is open. */
    boolean owes(Transaction tx, TeamId team, PersonId person) {
        return tx.handle().createQuery("""
                select count(*) from promise p left join promise_outcome o on o.promised = p.id
                where p.team = :team and p.person = :person and o.promised is null
                """).bind("team", team).bind("person", person).mapTo(Integer.class).one() > 0;
    }

    private static Confidential<Promise> closed(Promise promise) {
        return new Confidential<>(DataKind.PROMISE, promise.team(), promise.person(),
                promise.to() == Promise.To.LEADERS, promise);
    }
}
