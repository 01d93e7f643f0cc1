package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When each team is next looked at. */
final class QuietWatchStore {

    List<TeamId> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("select team from quiet_watch where look_at <= :now order by look_at, team")
                .bind("now", now).mapTo(TeamId.class).list();
    }

    Optional<Instant> first(Transaction tx) {
        return tx.handle().createQuery("select look_at from quiet_watch order by look_at limit 1").mapTo(Instant.class)
                .findOne();
    }

    /** Watches the team from that moment on, unless it is watched. */
    void watch(Transaction tx, TeamId team, Instant at) {
        tx.handle().createUpdate("""
                insert into quiet_watch (team, look_at) values (:team, :at) on conflict (team) do nothing
                """).bind("team", team).bind("at", at).execute();
    }

    void lookAgain(Transaction tx, TeamId team, Instant at) {
        tx.handle().createUpdate("update quiet_watch set look_at = :at where team = :team")
                .bind("at", at).bind("team", team).execute();
    }
}
