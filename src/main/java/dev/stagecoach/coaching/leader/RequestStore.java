package dev.stagecoach.coaching.leader;

import java.time.Duration;
import java.time.Instant;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When teams asked their leaders to take part. */
final class RequestStore {
    /** A team asks once in this time at most. */
    static final Duration PAUSE = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofDays(14);

    /** Notes that the team asks now; false where it did a short while ago. */
    boolean ask(Transaction tx, TeamId team, Instant now) {
        return tx.handle().createUpdate("""
                insert into leader_request (team, asked_at) values (:team, :now)
                on conflict (team) do update set asked_at = excluded.asked_at where leader_request.asked_at <= :before
                """).bind("team", team).bind("now", now).bind("before", now.minus(PAUSE)).execute() == 1;
    }

    /** Whether a request of the team still waits for its leaders. */
    boolean waits(Transaction tx, TeamId team, Instant now) {
        return tx.handle().createQuery("select 1 from leader_request where team = :team and asked_at > :since")
                .bind("team", team).bind("since", now.minus(FRESH)).mapTo(Integer.class).findOne().isPresent();
    }
}
