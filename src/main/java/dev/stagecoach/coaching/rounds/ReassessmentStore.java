package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When each team is next looked at, whether a practice is due to be placed again. */
final class ReassessmentStore {

    /** From when on the team is looked at; nothing changes for one that is. */
    void watch(Transaction tx, TeamId team, Instant from) {
        tx.handle().createUpdate("insert into reassessment_watch (team, look_at) values (:team, :at)"
                + " on conflict (team) do nothing").bind("team", team).bind("at", from)
                .execute();
    }

    List<TeamId> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("select team from reassessment_watch where look_at <= :now order by look_at")
                .bind("now", now).mapTo(TeamId.class).list();
    }

    /** Looks again then; true for exactly one caller at each look. */
    boolean lookAgain(Transaction tx, TeamId team, Instant now, Instant then) {
        return tx.handle().createUpdate("update reassessment_watch set look_at = :then where team = :team"
                + " and look_at <= :now").bind("then", then).bind("team", team)
                .bind("now", now).execute() == 1;
    }
}
