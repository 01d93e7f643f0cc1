package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** When each team's people are next told what is due, and what each was told last. */
final class DueStore {

    /**
     * What a person was told.
     *
     * @param week the ISO week of the message
     * @param said which lines were due then
     */
    record Told(String week, String said) {}

    /** A team, and the moment at which its people were to be told. */
    record Slot(TeamId team, Instant at) {}

    List<Slot> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("""
                select team, tell_at as "at" from due_schedule where tell_at <= :now order by tell_at, team
                """).bind("now", now).mapTo(Slot.class).list();
    }

    Optional<Instant> first(Transaction tx) {
        return tx.handle().createQuery("select tell_at from due_schedule order by tell_at limit 1")
                .mapTo(Instant.class).findOne();
    }

    void tellAt(Transaction tx, TeamId team, Instant at) {
        tx.handle().createUpdate("""
                insert into due_schedule (team, tell_at) values (:team, :at)
                on conflict (team) do update set tell_at = excluded.tell_at
                """).bind("team", team).bind("at", at).execute();
    }

    /** False where another process has told this slot meanwhile. */
    boolean moveOn(Transaction tx, Slot slot, Instant next) {
        return tx.handle().createUpdate("update due_schedule set tell_at = :next where team = :team and tell_at = :at")
                .bind("next", next).bind("team", slot.team()).bind("at", slot.at()).execute() == 1;
    }

    void told(Transaction tx, PersonId person, Told told, Instant until) {
        tx.handle().createUpdate("""
                insert into due_told (person, week, said, until_at) values (:person, :week, :said, :until)
                on conflict (person) do update set week = excluded.week, said = excluded.said,
                    until_at = excluded.until_at
                """).bind("person", person).bind("week", told.week()).bind("said", told.said()).bind("until", until)
                .execute();
    }

    void saysNow(Transaction tx, PersonId person, String said) {
        tx.handle().createUpdate("update due_told set said = :said where person = :person").bind("said", said)
                .bind("person", person).execute();
    }

    /** What the person's last message said, as long as it is kept up to date. */
    Optional<Told> lately(Transaction tx, PersonId person, Instant now) {
        return tx.handle().createQuery("select week, said from due_told where person = :person and until_at > :now")
                .bind("person", person).bind("now", now).mapTo(Told.class).findOne();
    }
}
