package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.stagecoach.coaching.checkin.Schedule.Origin;
import dev.stagecoach.coaching.checkin.Schedule.Pause;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What each team is asked, whom, and when. */
final class ScheduleStore {
    private static final String SELECT = "select id, team, question_set, recurrence, automatic, edited,"
            + " paused_by, next_due from checkin_schedule where removed_at is null";

    private record Row(String id, TeamId team, String questionSet, String recurrence, boolean automatic, boolean edited,
            Optional<Pause> pausedBy, Instant nextDue) {
        Schedule schedule(List<PersonId> chosen) {
            return new Schedule(id, team, questionSet, Recurrence.parse(recurrence), chosen, origin(), pausedBy,
                    nextDue);
        }

        private Origin origin() {
            if (!automatic) {
                return Origin.COACH;
            }
            return edited ? Origin.SETTINGS_EDITED : Origin.SETTINGS;
        }
    }

    /** Adds the schedule; a second one with its id, or a second one from a team's settings, is refused. */
    boolean add(Transaction tx, Schedule schedule, Instant now) {
        var added = tx.handle().createUpdate("""
                insert into checkin_schedule (id, team, question_set, recurrence, automatic, edited, paused_by,
                    next_due, created_at)
                values (:id, :team, :set, :recurrence, :automatic, 0, :paused, :nextDue, :now)
                on conflict do nothing
                """).bind("id", schedule.id()).bind("team", schedule.team()).bind("set", schedule.set())
                .bind("recurrence", schedule.recurrence().format())
                .bind("automatic", schedule.origin() == Origin.COACH ? 0 : 1)
                .bind("paused", schedule.paused().map(ScheduleStore::stored))
                .bind("nextDue", schedule.nextDue()).bind("now", now).execute() == 1;
        if (added) {
            choose(tx, schedule);
        }
        return added;
    }

    /** Its questions stay as they are while the team is in this stage. */
    void stayIn(Transaction tx, String id, String stage) {
        tx.handle().createUpdate("update checkin_schedule set stays_in = :stage where id = :id").bind("stage", stage)
                .bind("id", id).execute();
    }

    boolean staysIn(Transaction tx, String id, String stage) {
        return tx.handle().createQuery("select 1 from checkin_schedule where id = :id and stays_in = :stage")
                .bind("id", id).bind("stage", stage).mapTo(Integer.class).findOne().isPresent();
    }

    /** Writes a schedule that exists. */
    void change(Transaction tx, Schedule schedule) {
        tx.handle().createUpdate("""
                update checkin_schedule set question_set = :set, recurrence = :recurrence, edited = :edited,
                    paused_by = :paused, next_due = :nextDue
                where id = :id
                """).bind("set", schedule.set()).bind("recurrence", schedule.recurrence().format())
                .bind("edited", schedule.origin() == Origin.SETTINGS_EDITED)
                .bind("paused", schedule.paused().map(ScheduleStore::stored))
                .bind("nextDue", schedule.nextDue()).bind("id", schedule.id()).execute();
        choose(tx, schedule);
    }

    /** Nothing more is asked; what was answered stays. */
    void remove(Transaction tx, String id, Instant now) {
        tx.handle().createUpdate("update checkin_schedule set removed_at = :now where id = :id and removed_at is null")
                .bind("now", now).bind("id", id).execute();
    }

    Optional<Schedule> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " and id = :id").bind("id", id).mapTo(Row.class)
                .map(row -> row.schedule(chosen(tx, row.id())))
                .findOne();
    }

    /** Oldest first. */
    List<Schedule> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " and team = :team order by created_at, id").bind("team", team)
                .mapTo(Row.class).map(row -> row.schedule(chosen(tx, row.id()))).list();
    }

    /** Whether the team's settings have made a schedule before, be it removed since. */
    boolean hadAutomatic(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select count(*) from checkin_schedule where team = :team and automatic = 1")
                .bind("team", team).mapTo(Integer.class).one() > 0;
    }

    /** Ids of what runs and is due, longest due first. */
    List<String> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("""
                select id from checkin_schedule
                where paused_by is null and removed_at is null and next_due <= :now order by next_due, id
                """).bind("now", now).mapTo(String.class).list();
    }

    /** The schedule, if it is still due and no other planner has it in hand; it is then in this one's. */
    Optional<Schedule> claim(Transaction tx, String id, Instant now) {
        return tx.handle()
                .createQuery(SELECT + " and paused_by is null and next_due <= :now and id = :id"
                        + tx.dialect().claim())
                .bind("now", now).bind("id", id).mapTo(Row.class).map(row -> row.schedule(chosen(tx, row.id())))
                .findOne();
    }

    Optional<Instant> firstDue(Transaction tx) {
        return tx.handle().createQuery("""
                select next_due from checkin_schedule where paused_by is null and removed_at is null
                order by next_due limit 1
                """).mapTo(Instant.class).findOne();
    }

    /** When what runs for the team asked first, not before {@code after}; empty where nothing did. */
    Optional<Instant> asksSince(Transaction tx, TeamId team, Instant after) {
        return tx.handle().createQuery("""
                select min(o.asked_at) from checkin_occasion o join checkin_schedule s on s.id = o.schedule
                where o.team = :team and o.asked_at >= :after and s.paused_by is null and s.removed_at is null
                """).bind("team", team).bind("after", after).mapTo(Instant.class).findOne();
    }

    private static void choose(Transaction tx, Schedule schedule) {
        tx.handle().createUpdate("delete from checkin_chosen where schedule = :id").bind("id", schedule.id())
                .execute();
        for (var person : schedule.chosen()) {
            tx.handle().createUpdate("""
                    insert into checkin_chosen (schedule, person) values (:id, :person) on conflict do nothing
                    """).bind("id", schedule.id()).bind("person", person).execute();
        }
    }

    private static List<PersonId> chosen(Transaction tx, String id) {
        return tx.handle().createQuery("select person from checkin_chosen where schedule = :id order by person")
                .bind("id", id).mapTo(PersonId.class).list();
    }

    private static String stored(Pause pause) {
        return pause.name().toLowerCase(Locale.ROOT);
    }
}
