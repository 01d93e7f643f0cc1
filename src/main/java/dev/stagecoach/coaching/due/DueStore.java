package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When each team's people are next told what is due. */
final class DueStore {

    void set(Transaction tx, TeamId team, Instant next) {
        tx.handle().createUpdate("""
                insert into due_schedule (team, next_due) values (:team, :next)
                on conflict (team) do update set next_due = excluded.next_due
                """).bind("team", team).bind("next", next).execute();
    }

    List<TeamId> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("""
                select team from due_schedule where next_due <= :now order by next_due, team
                """).bind("now", now).mapTo(TeamId.class).list();
    }

    /** The team's moment, if it has come and no other planner has it in hand; it is then in this one's. */
    Optional<Instant> claim(Transaction tx, TeamId team, Instant now) {
        return tx.handle().createQuery("select next_due from due_schedule where team = :team and next_due <= :now"
                + tx.dialect().claim()).bind("team", team).bind("now", now).mapTo(Instant.class).findOne();
    }

    Optional<Instant> firstDue(Transaction tx) {
        return tx.handle().createQuery("select next_due from due_schedule order by next_due limit 1")
                .mapTo(Instant.class).findOne();
    }
}
