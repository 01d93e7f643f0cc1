package dev.stagecoach.coaching.stage;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What teams take up after a practice. */
final class NextStore {

    /** @param practice what comes after this one */
    record Next(TeamId team, String practice, String next, String reason, PersonId by) {}

    /** Writes it over what was named before. */
    void name(Transaction tx, Next next, Instant now) {
        tx.handle().createUpdate("""
                insert into next_practice (team, practice, next, reason, person, at)
                values (:team, :practice, :next, :reason, :person, :at)
                on conflict (team, practice) do update set next = excluded.next, reason = excluded.reason,
                    person = excluded.person, at = excluded.at
                """).bind("team", next.team()).bind("practice", next.practice()).bind("next", next.next())
                .bind("reason", next.reason()).bind("person", next.by()).bind("at", now).execute();
    }

    Optional<Next> of(Transaction tx, TeamId team, String practice) {
        return tx.handle().createQuery("""
                select team, practice, next, reason, person as by from next_practice
                where team = :team and practice = :practice
                """).bind("team", team).bind("practice", practice).mapTo(Next.class).findOne();
    }
}
