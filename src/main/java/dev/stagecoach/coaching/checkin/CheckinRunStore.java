package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.checkin.Recipient.Subject;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** Each time that a check-in was asked, and what became of it for each person. */
final class CheckinRunStore {
    static final String SELECT = """
            select o.id as run_id, o.schedule as run_schedule, o.team as run_team, o.question_set as run_set,
                o.slot as run_slot, o.asked_at as run_asked_at,
                case when s.removed_at is not null then 'WITHDRAWN' when o.closed_at is not null then 'CLOSED'
                    else 'OPEN' end as run_status,
                k.person, k.state, k.turn, k.snoozes, k.snoozed_until, k.repeat_at, k.follow_at,
                case when exists (select 1 from checkin_occasion later
                    where later.schedule = o.schedule and later.asked_at > o.asked_at) then 0 else 1 end as newest
            from checkin_asked k join checkin_occasion o on o.id = k.occasion
                join checkin_schedule s on s.id = o.schedule
            """;

    /** Adds the occasion unless its schedule has one for that slot. True where this call made it. */
    boolean add(Transaction tx, CheckinRun run) {
        return tx.handle().createUpdate("""
                insert into checkin_occasion (id, schedule, team, question_set, slot, asked_at)
                values (:id, :schedule, :team, :set, :slot, :askedAt)
                on conflict (schedule, slot) do nothing
                """).bind("id", run.id()).bind("schedule", run.schedule())
                .bind("team", run.team()).bind("set", run.set()).bind("slot", run.slot())
                .bind("askedAt", run.askedAt()).execute() == 1;
    }

    /** How often the schedule has asked one of these two sets of questions. */
    int lately(Transaction tx, String schedule, String set, String instead) {
        return tx.handle().createQuery("""
                select count(*) from checkin_occasion
                where schedule = :schedule and question_set in (:set, :instead)
                """).bind("schedule", schedule).bind("set", set).bind("instead", instead).mapTo(Integer.class).one();
    }

    /** Writes down that the person is asked, and when once more if nothing comes back. */
    void ask(Transaction tx, Recipient recipient, Optional<Instant> repeatAt, Instant now) {
        tx.handle().createUpdate("""
                insert into checkin_asked (occasion, person, state, turn, repeat_at, snoozes, shown, changed_at)
                values (:occasion, :person, 'open', :turn, :repeatAt, 0, 0, :now) on conflict do nothing
                """).bind("occasion", recipient.run().id()).bind("person", recipient.person())
                .bind("turn", CadenceStore.stored(recipient.turn())).bind("repeatAt", repeatAt)
                .bind("now", now).execute();
    }

    /** Writes what became of it. */
    void change(Transaction tx, Recipient recipient, Instant now) {
        tx.handle().createUpdate("""
                update checkin_asked set state = :state, snoozes = :snoozes, snoozed_until = :until, changed_at = :now
                where occasion = :occasion and person = :person
                """).bind("state", recipient.state().name().toLowerCase(Locale.ROOT))
                .bind("snoozes", recipient.snoozes()).bind("until", recipient.snoozedUntil()).bind("now", now)
                .bind("occasion", recipient.run().id()).bind("person", recipient.person()).execute();
    }

    /** Whose check-in it was. */
    Optional<TeamId> team(Transaction tx, String run) {
        return tx.handle().createQuery("select team from checkin_occasion where id = :run").bind("run", run)
                .mapTo(TeamId.class).findOne();
    }

    Optional<Recipient> find(Transaction tx, String run, PersonId person) {
        return find(tx, List.of(new Subject(run, person, 0))).stream().findFirst();
    }

    /** All that there are. */
    List<Recipient> find(Transaction tx, Collection<Subject> subjects) {
        return tx.handle()
                .createQuery(SELECT + " where k.occasion in (<occasions>) and k.person in (<people>)")
                .bindList(NULL_KEYWORD, "occasions", subjects.stream().map(Subject::run).distinct().toList())
                .bindList(NULL_KEYWORD, "people",
                        subjects.stream().map(Subject::person).distinct().toList())
                .mapTo(Recipient.class).list();
    }

    /** Everything that the person has not answered in this team, oldest first. */
    List<Recipient> open(Transaction tx, TeamId team, PersonId person) {
        return tx.handle()
                .createQuery(SELECT + " where k.person = :person and k.state = 'open' and o.team = :team"
                        + " and o.closed_at is null and s.removed_at is null order by o.asked_at")
                .bind("person", person).bind("team", team).mapTo(Recipient.class).list();
    }

    /** Everything that the person can still answer, in all teams. */
    List<Recipient> open(Transaction tx, PersonId person) {
        return tx.handle()
                .createQuery(SELECT + " where k.person = :person and k.state = 'open' and o.closed_at is null"
                        + " and s.removed_at is null")
                .bind("person", person).mapTo(Recipient.class).list();
    }

    /** How many were asked in the period, and how many of them answered. */
    Participation participation(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select count(distinct o.id) as runs, count(k.person) as recipient,
                    coalesce(sum(case when k.state = 'answered' then 1 else 0 end), 0) as answered
                from checkin_occasion o join checkin_asked k on k.occasion = o.id
                    and (k.turn <> 'rested' or k.state = 'answered')
                where o.team = :team and o.asked_at >= :from and o.asked_at < :until
                """).bind("team", team).bind("from", period.from()).bind("until", period.until())
                .mapTo(Participation.class).one();
    }

    /** Everybody who was asked before {@code until} and whose answers can still change. */
    List<Recipient> changeable(Transaction tx, TeamId team, Instant until) {
        return tx.handle()
                .createQuery(SELECT + " where o.team = :team and o.asked_at < :until and o.closed_at is null")
                .bind("team", team).bind("until", until).mapTo(Recipient.class).list();
    }

    /** The answers to what was asked before {@code until} stay as they are from now on. */
    void close(Transaction tx, TeamId team, Instant until, Instant now) {
        tx.handle().createUpdate("""
                update checkin_occasion set closed_at = :now
                where team = :team and asked_at < :until and closed_at is null
                """).bind("now", now).bind("team", team).bind("until", until).execute();
    }

    /** {@link #changeable} in all teams. */
    List<Recipient> changeableOld(Transaction tx, Instant until) {
        return tx.handle().createQuery(SELECT + " where o.asked_at <= :until and o.closed_at is null")
                .bind("until", until).mapTo(Recipient.class).list();
    }

    /** Everybody whom the schedule has asked and whose answers can still change. */
    List<Recipient> changeableOf(Transaction tx, String schedule) {
        return tx.handle().createQuery(SELECT + " where o.schedule = :schedule and o.closed_at is null")
                .bind("schedule", schedule).mapTo(Recipient.class).list();
    }

    /** Whom the schedule has asked last. */
    List<Recipient> lastOf(Transaction tx, String schedule) {
        return tx.handle().createQuery(SELECT + " where o.id = (select id from checkin_occasion"
                + " where schedule = :schedule order by asked_at desc, id desc limit 1)")
                .bind("schedule", schedule).mapTo(Recipient.class).list();
    }

    /** {@link #close} for all teams. */
    void closeOld(Transaction tx, Instant until, Instant now) {
        tx.handle().createUpdate("""
                update checkin_occasion set closed_at = :now where asked_at <= :until and closed_at is null
                """).bind("now", now).bind("until", until).execute();
    }

    /** Which schedule asked. */
    Optional<String> scheduleOf(Transaction tx, String run) {
        return tx.handle().createQuery("select schedule from checkin_occasion where id = :id").bind("id", run)
                .mapTo(String.class).findOne();
    }

    /** The earliest moment of an occasion that still takes answers. */
    Optional<Instant> firstOpen(Transaction tx) {
        return tx.handle().createQuery("""
                select asked_at from checkin_occasion where closed_at is null order by asked_at limit 1
                """).mapTo(Instant.class).findOne();
    }

    /** When somebody of the team last answered. */
    Optional<Instant> lastAct(Transaction tx, TeamId team) {
        return tx.handle().createQuery("""
                select max(k.changed_at) from checkin_asked k join checkin_occasion o on o.id = k.occasion
                where o.team = :team and k.state = 'answered'
                """).bind("team", team).mapTo(Instant.class).findOne();
    }

    /** How many answered of how many asked, over so many occasions. */
    record Participation(int runs, int recipient, int answered) {}
}
