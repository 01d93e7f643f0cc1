package dev.stagecoach.coaching.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
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
    private static final String SELECT = "select id, team, question_set, recurrence, automatic, edited, paused_by,"
            + " next_due from checkin_schedule where removed_at is null";

    /** Adds the schedule; a second one with its id, or a second one from a team's settings, is refused. */
    boolean add(Transaction tx, Schedule schedule, Instant now) {
        var added = tx.handle().createUpdate("""
                insert into checkin_schedule (id, team, question_set, recurrence, automatic, edited, paused_by,
                    next_due, created_at)
                values (:id, :team, :set, :recurrence, :automatic, 0, :paused, :nextDue, :now)
                on conflict do nothing
                """).bind("id", schedule.id()).bind("team", schedule.team().value()).bind("set", schedule.set())
                .bind("recurrence", schedule.recurrence().format())
                .bind("automatic", schedule.origin() == Origin.COACH ? 0 : 1)
                .bind("paused", schedule.paused().map(ScheduleStore::stored))
                .bind("nextDue", schedule.nextDue().toEpochMilli()).bind("now", now.toEpochMilli()).execute() == 1;
        if (added) {
            choose(tx, schedule);
        }
        return added;
    }

    /** Writes a schedule that exists. */
    void change(Transaction tx, Schedule schedule) {
        tx.handle().createUpdate("""
                update checkin_schedule set question_set = :set, recurrence = :recurrence, edited = :edited,
                    paused_by = :paused, next_due = :nextDue
                where id = :id
                """).bind("set", schedule.set()).bind("recurrence", schedule.recurrence().format())
                .bind("edited", schedule.origin() == Origin.SETTINGS_EDITED ? 1 : 0)
                .bind("paused", schedule.paused().map(ScheduleStore::stored))
                .bind("nextDue", schedule.nextDue().toEpochMilli()).bind("id", schedule.id()).execute();
        choose(tx, schedule);
    }

    /** Nothing more is asked; what was answered stays. */
    void remove(Transaction tx, String id, Instant now) {
        tx.handle().createUpdate("update checkin_schedule set removed_at = :now where id = :id and removed_at is null")
                .bind("now", now.toEpochMilli()).bind("id", id).execute();
    }

    Optional<Schedule> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " and id = :id").bind("id", id).map((row, _) -> schedule(tx, row))
                .findOne();
    }

    /** Oldest first. */
    List<Schedule> of(Transaction tx, TeamId team) {
        return tx.handle().createQuery(SELECT + " and team = :team order by created_at, id").bind("team", team.value())
                .map((row, _) -> schedule(tx, row)).list();
    }

    /** Whether the team's settings have made a schedule before, be it removed since. */
    boolean hadAutomatic(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select count(*) from checkin_schedule where team = :team and automatic = 1")
                .bind("team", team.value()).mapTo(Integer.class).one() > 0;
    }

    /** Ids of what runs and is due, longest due first. */
    List<String> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("""
                select id from checkin_schedule
                where paused_by is null and removed_at is null and next_due <= :now order by next_due, id
                """).bind("now", now.toEpochMilli()).mapTo(String.class).list();
    }

    /** The schedule, if it is still due and no other planner has it in hand; it is then in this one's. */
    Optional<Schedule> claim(Transaction tx, String id, Instant now) {
        return tx.handle()
                .createQuery(SELECT + " and paused_by is null and next_due <= :now and id = :id"
                        + tx.dialect().claim())
                .bind("now", now.toEpochMilli()).bind("id", id).map((row, _) -> schedule(tx, row)).findOne();
    }

    Optional<Instant> firstDue(Transaction tx) {
        return tx.handle().createQuery("""
                select next_due from checkin_schedule where paused_by is null and removed_at is null
                order by next_due limit 1
                """).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    /** When what runs for the team asked first, not before {@code after}; empty where nothing did. */
    Optional<Instant> asksSince(Transaction tx, TeamId team, Instant after) {
        return tx.handle().createQuery("""
                select min(o.asked_at) from checkin_occasion o join checkin_schedule s on s.id = o.schedule
                where o.team = :team and o.asked_at >= :after and s.paused_by is null and s.removed_at is null
                """).bind("team", team.value()).bind("after", after.toEpochMilli()).mapTo(Long.class).findOne()
                .map(Instant::ofEpochMilli);
    }

    private static void choose(Transaction tx, Schedule schedule) {
        tx.handle().createUpdate("delete from checkin_chosen where schedule = :id").bind("id", schedule.id())
                .execute();
        for (var person : schedule.chosen()) {
            tx.handle().createUpdate("""
                    insert into checkin_chosen (schedule, person) values (:id, :person) on conflict do nothing
                    """).bind("id", schedule.id()).bind("person", person.toString()).execute();
        }
    }

    private static List<PersonId> chosen(Transaction tx, String id) {
        return tx.handle().createQuery("select person from checkin_chosen where schedule = :id order by person")
                .bind("id", id).map((row, _) -> PersonId.parse(row.getString("person"))).list();
    }

    private static Schedule schedule(Transaction tx, ResultSet row) throws SQLException {
        var id = row.getString("id");
        return new Schedule(id, new TeamId(row.getString("team")), row.getString("question_set"),
                Recurrence.parse(row.getString("recurrence")), chosen(tx, id), origin(row),
                Optional.ofNullable(row.getString("paused_by")).map(by -> Pause.valueOf(by.toUpperCase(Locale.ROOT))),
                Instant.ofEpochMilli(row.getLong("next_due")));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        if (row.getInt("automatic") == 0) {
            return Origin.COACH;
        }
        return row.getInt("edited") == 1 ? Origin.SETTINGS_EDITED : Origin.SETTINGS;
    }

    private static String stored(Pause pause) {
        return pause.name().toLowerCase(Locale.ROOT);
    }
}
