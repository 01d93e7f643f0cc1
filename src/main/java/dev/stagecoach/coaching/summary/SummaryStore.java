package dev.stagecoach.coaching.summary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When each team's next weekly summary is posted. */
final class SummaryStore {

    void set(Transaction tx, TeamId team, Instant next) {
        tx.handle().createUpdate("""
                insert into summary_schedule (team, next_due) values (:team, :next)
                on conflict (team) do update set next_due = excluded.next_due
                """).bind("team", team).bind("next", next).execute();
    }

    void stop(Transaction tx, TeamId team) {
        tx.handle().createUpdate("delete from summary_schedule where team = :team").bind("team", team)
                .execute();
    }

    List<TeamId> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("""
                select team from summary_schedule where next_due <= :now order by next_due, team
                """).bind("now", now).mapTo(TeamId.class).list();
    }

    /** When the team's summary was due, if it still is and no other planner has it in hand; it is then in this one's. */
    Optional<Instant> claim(Transaction tx, TeamId team, Instant now) {
        return tx.handle()
                .createQuery("select next_due from summary_schedule where team = :team and next_due <= :now"
                        + tx.dialect().claim())
                .bind("team", team).bind("now", now).mapTo(Instant.class).findOne();
    }

    Optional<Instant> firstDue(Transaction tx) {
        return tx.handle().createQuery("select next_due from summary_schedule order by next_due limit 1")
                .mapTo(Instant.class).findOne();
    }
}
