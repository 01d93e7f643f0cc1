package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Which leaders are asked weekly, and when next. */
final class WeeklyQuestionStore {
    private static final String SELECT = "select person, team, next_at as next, asked_at as asked from leader_week ";

    /**
     * One leader's weekly question, about all teams that the person leads.
     *
     * @param team where it was wished for; its time zone says when it is Friday
     * @param next empty while the leader does not want it
     * @param asked when it was asked last
     */
    record Row(PersonId person, TeamId team, Optional<Instant> next, Optional<Instant> asked) {
        boolean asks() {
            return next.isPresent();
        }
    }

    /** Begins, unless the person has had one before, be it stopped since; says whether it began. */
    boolean begin(Transaction tx, PersonId person, TeamId team, Instant next) {
        return tx.handle().createUpdate("""
                insert into leader_week (person, team, next_at) values (:person, :team, :next)
                on conflict (person) do nothing
                """).bind("person", person).bind("team", team).bind("next", next).execute() == 1;
    }

    /** Begins as the person wants it. */
    void start(Transaction tx, PersonId person, TeamId team, Instant next) {
        tx.handle().createUpdate("""
                insert into leader_week (person, team, next_at) values (:person, :team, :next)
                on conflict (person) do update set team = excluded.team, next_at = excluded.next_at, asked_at = null
                """).bind("person", person).bind("team", team).bind("next", next).execute();
    }

    void stop(Transaction tx, PersonId person) {
        tx.handle().createUpdate("update leader_week set next_at = null, asked_at = null where person = :person")
                .bind("person", person).execute();
    }

    Optional<Row> of(Transaction tx, PersonId person) {
        return tx.handle().createQuery(SELECT + "where person = :person").bind("person", person)
                .mapTo(Row.class).findOne();
    }

    List<Row> due(Transaction tx, Instant now) {
        return tx.handle().createQuery(SELECT + "where next_at <= :now order by next_at, person")
                .bind("now", now).mapTo(Row.class).list();
    }

    Optional<Instant> first(Transaction tx) {
        return tx.handle().createQuery("""
                select next_at from leader_week where next_at is not null order by next_at limit 1
                """).mapTo(Instant.class).findOne();
    }

    /** Moves on to the next week; false where that has happened already, or the leader changed it meanwhile. */
    boolean moveOn(Transaction tx, Row row, Instant next) {
        return row.next().filter(was -> tx.handle().createUpdate("""
                update leader_week set next_at = :next where person = :person and team = :team and next_at = :was
                """).bind("next", next).bind("person", row.person())
                .bind("team", row.team()).bind("was", was).execute() == 1).isPresent();
    }

    void asked(Transaction tx, PersonId person, Instant now) {
        tx.handle().createUpdate("update leader_week set asked_at = :now where person = :person")
                .bind("now", now).bind("person", person).execute();
    }
}
