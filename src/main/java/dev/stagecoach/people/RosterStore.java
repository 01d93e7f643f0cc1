package dev.stagecoach.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.storage.Transaction;

/** How fresh the bot's picture of a team is, and when it is compared with the channel again. */
final class RosterStore {

    /** Those of the people whose data was taken from the chat service after {@code since}. */
    Set<PersonId> fresh(Transaction tx, Collection<PersonId> people, Instant since) {
        if (people.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(tx.handle().createQuery("select id from person where id in (<ids>) and seen_at > :since")
                .bindList("ids", people)
                .bind("since", since).mapTo(PersonId.class).list());
    }

    /** What is known of the person no longer counts as fresh. */
    void doubt(Transaction tx, PersonId person) {
        tx.handle().createUpdate("update person set seen_at = 0 where id = :id").bind("id", person)
                .execute();
    }

    /** Everybody who belongs to the team now, deactivated accounts included. */
    Set<PersonId> belonging(Transaction tx, TeamId team) {
        return Set.copyOf(tx.handle().createQuery("""
                select person from membership where team = :team and left_at is null
                """).bind("team", team).mapTo(PersonId.class).list());
    }

    /** Everybody who coaches or leads the team now, deactivated accounts included. */
    Set<PersonId> named(Transaction tx, TeamId team) {
        return Set.copyOf(tx.handle().createQuery("""
                select person from membership where team = :team and left_at is null and role <> 'MEMBER'
                """).bind("team", team).mapTo(PersonId.class).list());
    }

    /** The team is compared with its channel next at this time, whatever was planned before. */
    void plan(Transaction tx, TeamId team, Instant dueAt) {
        tx.handle().createUpdate("""
                insert into roster_sync (team, due_at) values (:team, :dueAt)
                on conflict (team) do update set due_at = excluded.due_at
                """).bind("team", team).bind("dueAt", dueAt).execute();
    }

    List<TeamId> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("select team from roster_sync where due_at <= :now order by due_at, team")
                .bind("now", now).mapTo(TeamId.class).list();
    }

    Optional<Instant> next(Transaction tx) {
        return tx.handle().createQuery("select due_at from roster_sync order by due_at limit 1")
                .mapTo(Instant.class).findOne();
    }
}
