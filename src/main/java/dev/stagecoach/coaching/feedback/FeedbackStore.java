package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.feedback.FeedbackThread.Audience;
import dev.stagecoach.coaching.feedback.FeedbackThread.Course;
import dev.stagecoach.coaching.feedback.FeedbackThread.Decision;
import dev.stagecoach.coaching.feedback.FeedbackThread.Outcome;
import dev.stagecoach.coaching.feedback.FeedbackThread.Said;
import dev.stagecoach.coaching.feedback.FeedbackThread.Table;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Feedback threads and what was said in them, handed out closed; "shared" means that whoever asks is invited. */
public final class FeedbackStore {
    private static final String SELECT = """
            select t.id as thread_id, t.team as thread_team, t.practice as thread_practice,
                t.protocol as thread_setting_protocol, t.presenter as thread_setting_presenter,
                t.audience as thread_setting_audience, t.goal as thread_table_goal, t.tried as thread_table_tried,
                t.evidence as thread_table_evidence, t.question as thread_table_question,
                t.state as thread_course_state, t.turn as thread_course_turn, t.turn_at as thread_course_since,
                t.until_at as thread_course_until, t.deadline_at as thread_course_deadline,
                d.choice as thread_decision_choice, d.words as thread_decision_words,
                d.on_day as thread_decision_on,
                case when d.choice is not null then case when d.reported_at is null then 0 else 1 end end
                    as thread_decision_reported,
                d.outcome as thread_decision_outcome, case when exists (select 1 from feedback_invited i
                    where i.thread = t.id and i.person = :viewer) then 1 else 0 end as invited
                        from feedback_thread t left join feedback_decision d on d.thread = t.id
            """;

    private record Row(FeedbackThread thread, boolean invited) {
        Confidential<FeedbackThread> closed() {
            return closed(invited || thread.setting().audience() == Audience.TEAM);
        }

        Confidential<FeedbackThread> closed(boolean shared) {
            return new Confidential<>(DataKind.VISIT, thread.team(), thread.setting().presenter(), shared, thread);
        }
    }

    /** Keeps a new thread; false where its id is known already. */
    boolean open(Transaction tx, FeedbackThread thread, Set<PersonId> invited, Instant now) {
        var course = thread.course();
        var table = thread.table();
        var opened = tx.handle().createUpdate("""
                insert into feedback_thread (id, team, practice, protocol, presenter, audience, goal, tried, evidence,
                    question, state, turn, turn_at, until_at, deadline_at, opened_at)
                values (:id, :team, :practice, :protocol, :presenter, :audience, :goal, :tried, :evidence, :question,
                    :state, :turn, :since, :until, :deadline, :now) on conflict (id) do nothing
                """).bind("id", thread.id()).bind("team", thread.team()).bind("practice", thread.practice())
                .bind("protocol", thread.setting().protocol()).bind("presenter", thread.setting().presenter())
                .bind("audience", thread.setting().audience()).bind("goal", table.goal())
                .bind("tried", table.tried()).bind("evidence", table.evidence()).bind("question", table.question())
                .bind("state", course.state()).bind("turn", course.turn())
                .bind("since", course.since()).bind("until", course.until())
                .bind("deadline", course.deadline()).bind("now", now).execute() == 1;
        if (opened) {
            invited.forEach(person -> tx.handle()
                    .createUpdate("insert into feedback_invited (thread, person) values (:thread, :person)")
                    .bind("thread", thread.id()).bind("person", person).execute());
        }
        return opened;
    }

    /** As the team sees it that reads the channel. */
    Optional<Confidential<FeedbackThread>> find(Transaction tx, String id) {
        return tx.handle().createQuery(SELECT + " where t.id = :id").bind("id", id).bind("viewer", "")
                .mapTo(Row.class).map(Row::closed).findOne();
    }

    Optional<TeamId> team(Transaction tx, String id) {
        return find(tx, id).map(Confidential::team);
    }

    /** Whether its presenter has said what comes next. */
    boolean decided(Transaction tx, String id) {
        return tx.handle().createQuery("select 1 from feedback_decision where thread = :id").bind("id", id)
                .mapTo(Integer.class).findOne().isPresent();
    }

    /** As this person sees it. */
    Optional<Confidential<FeedbackThread>> find(Transaction tx, String id, PersonId viewer) {
        return tx.handle().createQuery(SELECT + " where t.id = :id").bind("id", id).bind("viewer", viewer)
                .mapTo(Row.class).map(Row::closed).findOne();
    }

    /** The team's open threads, newest first, as this person sees them. */
    List<Confidential<FeedbackThread>> open(Transaction tx, TeamId team, PersonId viewer) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and t.state = 'OPEN' order by t.opened_at desc, t.id desc
                """).bind("team", team).bind("viewer", viewer).mapTo(Row.class).map(Row::closed).list();
    }

    /** The latest threads that this person has asked for, newest first. */
    List<Confidential<FeedbackThread>> presented(Transaction tx, TeamId team, PersonId presenter, int limit) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and t.presenter = :viewer order by t.opened_at desc, t.id desc limit :limit
                """).bind("team", team).bind("viewer", presenter).bind("limit", limit)
                .mapTo(Row.class).map(Row::closed).list();
    }

    /** What was said so far, in its order, as this person sees it. */
    Optional<Confidential<List<Said>>> said(Transaction tx, String id, PersonId viewer) {
        return find(tx, id, viewer).map(thread -> new Confidential<>(thread.kind(), thread.team(), thread.author(),
                thread.shared(), said(tx, id)));
    }

    private static List<Said> said(Transaction tx, String id) {
        return tx.handle().createQuery("""
                select turn, person, words, at from feedback_said where thread = :thread order by turn, at, person
                """).bind("thread", id).mapTo(Said.class).list();
    }

    /** Keeps what somebody says in a turn; saying it again replaces it. */
    void say(Transaction tx, String thread, Said said) {
        tx.handle().createUpdate("""
                insert into feedback_said (thread, turn, person, words, at) values (:thread, :turn, :person, :words, :at)
                on conflict (thread, turn, person) do update set words = excluded.words
                """).bind("thread", thread).bind("turn", said.turn()).bind("person", said.person())
                .bind("words", said.words()).bind("at", said.at()).execute();
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
                .mapTo(PersonId.class).list());
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
                """).bind("state", next.state()).bind("turn", next.turn())
                .bind("since", next.since()).bind("until", next.until()).bind("id", id)
                .bind("seen", seen).execute() == 1;
    }

    void decide(Transaction tx, String id, Decision decision, Instant now) {
        tx.handle().createUpdate("""
                insert into feedback_decision (thread, choice, words, on_day, at)
                values (:id, :choice, :words, :on, :now) on conflict (thread) do nothing
                """).bind("id", id).bind("choice", decision.choice()).bind("words", decision.words())
                .bind("on", decision.on()).bind("now", now).execute();
    }

    /** The team's summaries may tell the decision from now on, or no longer. */
    void report(Transaction tx, String id, Optional<Instant> since) {
        tx.handle().createUpdate("update feedback_decision set reported_at = :at where thread = :id")
                .bind("at", since).bind("id", id).execute();
    }

    void keep(Transaction tx, String id, Outcome outcome, Instant now) {
        tx.handle()
                .createUpdate("update feedback_decision set outcome = :outcome, outcome_at = :now where thread = :id")
                .bind("outcome", outcome).bind("now", now).bind("id", id).execute();
    }

    /** Open threads whose turn is over by now, longest ago first. */
    List<String> due(Transaction tx, Instant now) {
        return tx.handle().createQuery("select id from feedback_thread where until_at <= :now order by until_at, id")
                .bind("now", now).mapTo(String.class).list();
    }

    Optional<Instant> first(Transaction tx) {
        return tx.handle().createQuery("""
                select until_at from feedback_thread where until_at is not null order by until_at limit 1
                """).mapTo(Instant.class).findOne();
    }

    /** How many threads came to an end in the period. */
    int ended(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select count(*) from feedback_thread where team = :team and ended_at >= :from and ended_at < :until
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).mapTo(Integer.class).one();
    }

    /** Decisions of the period that their presenters have put into the team's summaries, with who decided. */
    List<Confidential<FeedbackThread>> reported(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery(SELECT + """
                 where t.team = :team and d.reported_at >= :from and d.reported_at < :until order by d.reported_at, t.id
                """).bind("team", team).bind("viewer", "").bind("from", period.from()).bind("until", period.until())
                .mapTo(Row.class).map(row -> row.closed(true))
                .list();
    }

    /** Who was given something to think about, in threads on this practice that were opened in the period. */
    public Set<PersonId> answered(Transaction tx, TeamId team, String practice, Period period) {
        return Set.copyOf(tx.handle().createQuery("""
                select distinct t.presenter from feedback_thread t join feedback_said s on s.thread = t.id
                where t.team = :team and t.practice = :practice and s.person <> t.presenter and s.words <> ''
                    and t.opened_at >= :from and t.opened_at < :until
                """).bind("team", team).bind("practice", practice)
                .bind("from", period.from()).bind("until", period.until())
                .mapTo(PersonId.class).list());
    }

    /** Who asked for feedback on the practice in this team, or gave some. */
    public Set<PersonId> tookPart(Transaction tx, TeamId team, String practice) {
        return new HashSet<>(tx.handle().createQuery("""
                select t.presenter as person from feedback_thread t where t.team = :team and t.practice = :practice
                union
                select s.person from feedback_said s join feedback_thread t on t.id = s.thread
                where t.team = :team and t.practice = :practice and s.words <> ''
                """).bind("team", team).bind("practice", practice)
                .mapTo(PersonId.class).list());
    }
}
