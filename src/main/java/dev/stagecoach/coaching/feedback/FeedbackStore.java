package dev.stagecoach.coaching.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Choice;
import dev.stagecoach.coaching.feedback.FeedbackThread.Course;
import dev.stagecoach.coaching.feedback.FeedbackThread.Decision;
import dev.stagecoach.coaching.feedback.FeedbackThread.Outcome;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.coaching.feedback.FeedbackThread.Setting;
import dev.stagecoach.coaching.feedback.FeedbackThread.State;
import dev.stagecoach.coaching.feedback.FeedbackThread.Table;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Feedback threads and what was said in them, handed out closed; "shared" means that whoever asks is invited. */
public final class FeedbackStore {
    private static final String SELECT = """
            select t.id, t.team, t.practice, t.protocol, t.presenter, t.audience, t.goal, t.tried, t.evidence,
                t.question, t.state, t.turn, t.turn_at, t.until_at, t.deadline_at, d.choice, d.words, d.on_day,
                d.reported_at, d.outcome, case when exists (select 1 from feedback_invited i
                    where i.thread = t.id and i.person = :viewer) then 1 else 0 end as invited
            from feedback_thread t left join feedback_decision d on d.thread = t.id
            """;

    /** Keeps a new thread; false where its id is known already. */
    boolean open(Transaction tx, FeedbackThread thread, Set<PersonId> invited, Instant now) {
        var course = thread.course();
        var table = thread.table();
        var opened = tx.handle().createUpdate("""
                insert into feedback_thread (id, team, practice, protocol, presenter, audience, goal, tried, evidence,
                    question, state, turn, turn_at, until_at, deadline_at, opened_at)
                values (:id, :team, :practice, :protocol, :presenter, :audience, :goal, :tried, :evidence, :question,
                    :state, :turn, :since, :until, :deadline, :now) on conflict (id) do nothing
                """).bind("id", thread.id()).bind("team", thread.team().value()).bind("practice", thread.practice())
                .bind("protocol", thread.setting().protocol())
                .bind("presenter", thread.setting().presenter().toString())
                .bind("audience", thread.setting().audience().name()).bind("goal", table.goal())
                .bind("tried", table.tried()).bind("evidence", table.evidence()).bind("question", table.question())
                .bind("state", course.state().name()).bind("turn", course.turn())
                .bind("since", course.since().toEpochMilli()).bind("until", millis(course.until()))
                .bind("deadline", course.deadline().toEpochMilli()).bind("now", now.toEpochMilli()).execute() == 1;
        if (opened) {
            invited.forEach(person -> tx.handle()
                    .createUpdate("insert into feedback_invited (thread, person) values (:thread, :person)")
                    .bind("thread", thread.id()).bind("person", person.toString()).execute());
        }
        return opened;
    }

    /** As the team sees it that reads the channel. */
    Optional<Confidential<FeedbackThread>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where t.id = :id").bind("id", id).bind("viewer", "")
                .map((row, _) -> closed(row)).findOne();
    }

    /** As this person sees it. */
    Optional<Confidential<FeedbackThread>> find(Transaction tx, String id, PersonId viewer) {
        return tx.handle().createQuery(SELECT + " where t.id = :id").bind("id", id).bind("viewer", viewer.toString())
                .map((row, _) -> closed(row)).findOne();
    }

    /** The team's open threads, newest first, as this person sees them. */
    List<Confidential<FeedbackThread>> open(Transaction tx, TeamId team, PersonId viewer) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and t.state = 'OPEN' order by t.opened_at desc, t.id desc
                """).bind("team", team.value()).bind("viewer", viewer.toString()).map((row, _) -> closed(row)).list();
    }

    /** The latest threads that this person has asked for, newest first. */
    List<Confidential<FeedbackThread>> presented(Transaction tx, TeamId team, PersonId presenter, int limit) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and t.presenter = :viewer order by t.opened_at desc, t.id desc limit :limit
                """).bind("team", team.value()).bind("viewer", presenter.toString()).bind("limit", limit)
                .map((row, _) -> closed(row)).list();
    }

    /** What was said so far, in its order, as this person sees it. */
    Optional<Confidential<List<Said>>> said(Transaction tx, String id, PersonId viewer) {
        return find(tx, id, viewer).map(thread -> new Confidential<>(thread.kind(), thread.team(), thread.author(),
                thread.shared(), said(tx, id)));
    }

    private static List<Said> said(Transaction tx, String id) {
        return tx.handle().createQuery("""
                select turn, person, words, at from feedback_said where thread = :thread order by turn, at, person
                """).bind("thread", id).map((row, _) -> new Said(row.getInt("turn"),
                PersonId.parse(row.getString("person")), row.getString("words"),
                Instant.ofEpochMilli(row.getLong("at")))).list();
    }

    /** Keeps what somebody says in a turn; saying it again replaces it. */
    void say(Transaction tx, String thread, Said said) {
        tx.handle().createUpdate("""
                insert into feedback_said (thread, turn, person, words, at) values (:thread, :turn, :person, :words, :at)
                on conflict (thread, turn, person) do update set words = excluded.words
                """).bind("thread", thread).bind("turn", said.turn()).bind("person", said.person().toString())
                .bind("words", said.words()).bind("at", said.at().toEpochMilli()).execute();
    }

    /** Who has had a say in the turn, or had nothing to add. */
    Set<PersonId> spoken(Transaction tx, String thread, int turn) {
        return people(tx, "select person from feedback_said where thread = :thread and turn = " + turn, thread);
    }

    Set<PersonId> invited(Transaction tx, String thread) {
        return people(tx, "select person from feedback_invited where thread = :thread", thread);
    }

    private static Set<PersonId> people(Transaction tx, String sql, String thread) {
        return Set.copyOf(tx.handle().createQuery(sql).bind("thread", thread)
                .map((row, _) -> PersonId.parse(row.getString("person"))).list());
    }

    void change(Transaction tx, String id, Table table) {
        tx.handle().createUpdate("""
                update feedback_thread set goal = :goal, tried = :tried, evidence = :evidence, question = :question
                where id = :id
                """).bind("goal", table.goal()).bind("tried", table.tried()).bind("evidence", table.evidence())
                .bind("question", table.question()).bind("id", id).execute();
    }

    /** Moves an open thread on from the turn that was seen; false where it has moved on meanwhile. */
    boolean move(Transaction tx, String id, int seen, Course next) {
        return tx.handle().createUpdate("""
                update feedback_thread set state = :state, turn = :turn, turn_at = :since, until_at = :until,
                    ended_at = case when :state = 'OPEN' then null else :since end
                where id = :id and turn = :seen and state = 'OPEN'
                """).bind("state", next.state().name()).bind("turn", next.turn())
                .bind("since", next.since().toEpochMilli()).bind("until", millis(next.until())).bind("id", id)
                .bind("seen", seen).execute() == 1;
    }

    void decide(Transaction tx, String id, Decision decision, Instant now) {
        tx.handle().createUpdate("""
                insert into feedback_decision (thread, choice, words, on_day, at)
                values (:id, :choice, :words, :on, :now) on conflict (thread) do nothing
                """).bind("id", id).bind("choice", decision.choice().name()).bind("words", decision.words())
                .bind("on", decision.on().toString()).bind("now", now.toEpochMilli()).execute();
    }

    /** The team's summaries may tell the decision from now on, or no longer. */
    void report(Transaction tx, String id, Optional<Instant> since) {
        tx.handle().createUpdate("update feedback_decision set reported_at = :at where thread = :id")
                .bind("at", millis(since)).bind("id", id).execute();
    }

    void keep(Transaction tx, String id, Outcome outcome, Instant now) {
        tx.handle()
                .createUpdate("update feedback_decision set outcome = :outcome, outcome_at = :now where thread = :id")
                .bind("outcome", outcome.name()).bind("now", now.toEpochMilli()).bind("id", id).execute();
    }

    /** Open threads whose turn is over by now, longest ago first. */
    List<String> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("select id from feedback_thread where until_at <= :now order by until_at, id")
                .bind("now", now.toEpochMilli()).mapTo(String.class).list();
    }

    Optional<Instant> first(Transaction tx) {
        return tx.handle().createQuery("""
                select until_at from feedback_thread where until_at is not null order by until_at limit 1
                """).mapTo(Long.class).findOne().map(Instant::ofEpochMilli);
    }

    /** How many threads came to an end in the period. */
    int ended(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select count(*) from feedback_thread where team = :team and ended_at >= :from and ended_at < :until
                """).bind("team", team.value()).bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli()).mapTo(Integer.class).one();
    }

    /** Decisions of the period that their presenters have put into the team's summaries, with who decided. */
    List<Confidential<FeedbackThread>> reported(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and d.reported_at >= :from and d.reported_at < :until order by d.reported_at, t.id
                """).bind("team", team.value()).bind("viewer", "").bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli())
                .map((row, _) -> new Confidential<>(DataKind.VISIT, new TeamId(row.getString("team")),
                        PersonId.parse(row.getString("presenter")), true, thread(row)))
                .list();
    }

    /** Who was given something to think about, in threads on this practice that were opened in the period. */
    public Set<PersonId> answered(Transaction tx, TeamId team, String practice, Period period) {
        return Set.copyOf(tx.handle().createQuery("""
                select distinct t.presenter from feedback_thread t join feedback_said s on s.thread = t.id
                where t.team = :team and t.practice = :practice and s.person <> t.presenter and s.words <> ''
                    and t.opened_at >= :from and t.opened_at < :until
                """).bind("team", team.value()).bind("practice", practice)
                .bind("from", period.from().toEpochMilli()).bind("until", period.until().toEpochMilli())
                .map((row, _) -> PersonId.parse(row.getString("presenter"))).list());
    }

    private static Confidential<FeedbackThread> closed(ResultSet row) throws SQLException {
        var thread = thread(row);
        var shared = thread.setting().audience() == Audience.TEAM || row.getInt("invited") == 1;
        return new Confidential<>(DataKind.VISIT, thread.team(), thread.setting().presenter(), shared, thread);
    }

    private static FeedbackThread thread(ResultSet row) throws SQLException {
        return new FeedbackThread(row.getString("id"), new TeamId(row.getString("team")), row.getString("practice"),
                new Setting(row.getString("protocol"), PersonId.parse(row.getString("presenter")),
                        Audience.valueOf(row.getString("audience"))),
                new Table(row.getString("goal"), row.getString("tried"), row.getString("evidence"),
                        row.getString("question")),
                new Course(State.valueOf(row.getString("state")), row.getInt("turn"),
                        Instant.ofEpochMilli(row.getLong("turn_at")), moment(row, "until_at"),
                        Instant.ofEpochMilli(row.getLong("deadline_at"))),
                decision(row));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        var choice = Optional.ofNullable(row.getString("choice"));
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Decision(Choice.valueOf(choice.get()), row.getString("words"),
                LocalDate.parse(row.getString("on_day")), moment(row, "reported_at").isPresent(),
                Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf)));
    }

    private static Optional<Long> millis(Optional<Instant> at) {
        return at.map(Instant::toEpochMilli);
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    /** Who asked for feedback on the practice in this team, or gave some. */
    Set<PersonId> tookPart(Transaction tx, TeamId team, String practice) {
        return new HashSet<>(tx.handle().createQuery("""
                select t.presenter as person from feedback_thread t where t.team = :team and t.practice = :practice
                union
                select s.person from feedback_said s join feedback_thread t on t.id = s.thread
                where t.team = :team and t.practice = :practice and s.words <> ''
                """).bind("team", team.value()).bind("practice", practice)
                .map((row, _) -> PersonId.parse(row.getString("person"))).list());
    }
}
