package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** What people answered. */
final class AnswerStore {

    /** Replaces what the person answered at this occasion. */
    void keep(Transaction tx, Recipient recipient, List<StoredAnswer> answers, boolean shown) {
        var run = recipient.run().id();
        var person = recipient.person();
        // The row that is there in any case goes first: two devices wait for each other at it.
        tx.handle()
                .createUpdate("update checkin_asked set shown = :shown where occasion = :occasion and person = :person")
                .bind("shown", shown).bind("occasion", run).bind("person", person).execute();
        tx.handle().createUpdate("delete from checkin_answer where occasion = :occasion and person = :person")
                .bind("occasion", run).bind("person", person).execute();
        for (var answer : answers) {
            tx.handle().createUpdate("""
                    insert into checkin_answer (occasion, person, question, value, kind)
                    values (:occasion, :person, :question, :value, :kind)
                    """).bind("occasion", run).bind("person", person).bind("question", answer.question())
                    .bind("value", answer.value()).bind("kind", answer.kind()).execute();
        }
    }

    /** Everything that one person answered at one occasion. */
    List<Confidential<StoredAnswer>> of(Transaction tx, Recipient recipient) {
        return tx.handle().createQuery("""
                select o.team, a.person, k.shown, a.question as answer_question, a.value as answer_value,
                    a.kind as answer_kind
                from checkin_answer a join checkin_occasion o on o.id = a.occasion
                    join checkin_asked k on k.occasion = a.occasion and k.person = a.person
                where a.occasion = :occasion and a.person = :person order by a.question
                """).bind("occasion", recipient.run().id()).bind("person", recipient.person()).mapTo(Given.class)
                .map(row -> new Confidential<>(row.answer().kind(), row.team(), row.person(), row.shown(),
                        row.answer()))
                .list();
    }

    private record Kept(TeamId team, PersonId person, DataKind kind, boolean shown, Instant asked) {}

    /** That something was answered, and when it was asked. */
    record Owned(Instant asked, Confidential<Instant> closed) {}

    /** Of what kinds a person's answers are, occasion by occasion, the newest first. */
    List<Owned> own(Transaction tx, TeamId team, PersonId person) {
        return tx.handle().createQuery("""
                select distinct o.team, a.person, a.kind, k.shown, o.asked_at as asked
                from checkin_answer a join checkin_occasion o on o.id = a.occasion
                    join checkin_asked k on k.occasion = a.occasion and k.person = a.person
                where o.team = :team and a.person = :person order by o.asked_at desc, a.kind
                """).bind("team", team).bind("person", person).mapTo(Kept.class)
                .map(row -> new Owned(row.asked(),
                        new Confidential<>(row.kind(), row.team(), row.person(), row.shown(), row.asked())))
                .list();
    }

    /** Whether the author shows the typed lines of this occasion to the team. */
    boolean shown(Transaction tx, Recipient recipient) {
        return tx.handle().createQuery("""
                select shown from checkin_asked where occasion = :occasion and person = :person
                """).bind("occasion", recipient.run().id()).bind("person", recipient.person())
                .mapTo(Boolean.class).findOne().orElse(false);
    }

    /** What was typed at occasions of the period, shared or not, oldest first. */
    List<Confidential<Line>> lines(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select o.team, k.shown, a.person as line_author, a.value as line_words
                from checkin_occasion o join checkin_answer a on a.occasion = o.id
                    join checkin_asked k on k.occasion = a.occasion and k.person = a.person
                where o.team = :team and o.asked_at >= :from and o.asked_at < :until and a.kind = :line
                order by o.asked_at, k.changed_at, a.question
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).bind("line", DataKind.REFLECTION).mapTo(Typed.class)
                .map(row -> new Confidential<>(DataKind.REFLECTION, row.team(), row.line().author(), row.shown(),
                        row.line()))
                .list();
    }

    /**
     * How often each value was given at each occasion of the period whose answers are final: figures that still
     * move would give away who answered last.
     */
    List<Count> counts(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select o.id as run, o.asked_at, o.question_set as "set", a.question, a.kind, a.value, count(*) as times
                from checkin_occasion o join checkin_answer a on a.occasion = o.id
                where o.team = :team and o.asked_at >= :from and o.asked_at < :until and o.closed_at is not null
                    and a.kind <> :line
                group by o.id, o.asked_at, o.question_set, a.question, a.kind, a.value
                order by o.asked_at, o.id, a.question, times desc, a.value
                """).bind("team", team).bind("from", period.from())
                .bind("until", period.until()).bind("line", DataKind.REFLECTION).mapTo(Count.class).list();
    }

    private record Given(TeamId team, PersonId person, boolean shown, StoredAnswer answer) {}

    private record Typed(TeamId team, boolean shown, Line line) {}

    /** Something that somebody typed. */
    record Line(PersonId author, String words) {}

    /** How often a value was given to a question at one occasion. */
    record Count(String run, Instant askedAt, String set, String question, DataKind kind, String value, int times) {}
}
