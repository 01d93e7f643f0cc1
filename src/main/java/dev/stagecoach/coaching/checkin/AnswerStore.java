package dev.stagecoach.coaching.checkin;

import java.sql.ResultSet;
import java.sql.SQLException;
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
        var person = recipient.person().toString();
        // The row that is there in any case goes first: two devices wait for each other at it.
        tx.handle()
                .createUpdate("update checkin_asked set shown = :shown where occasion = :occasion and person = :person")
                .bind("shown", shown ? 1 : 0).bind("occasion", run).bind("person", person).execute();
        tx.handle().createUpdate("delete from checkin_answer where occasion = :occasion and person = :person")
                .bind("occasion", run).bind("person", person).execute();
        for (var answer : answers) {
            tx.handle().createUpdate("""
                    insert into checkin_answer (occasion, person, question, value, kind)
                    values (:occasion, :person, :question, :value, :kind)
                    """).bind("occasion", run).bind("person", person).bind("question", answer.question())
                    .bind("value", answer.value()).bind("kind", answer.kind().name()).execute();
        }
    }

    /** Everything that one person answered at one occasion. */
    List<Confidential<StoredAnswer>> of(Transaction tx, Recipient recipient) {
        return tx.handle().createQuery("""
                select o.team, a.person, a.question, a.value, a.kind, k.shown
                from checkin_answer a join checkin_occasion o on o.id = a.occasion
                    join checkin_asked k on k.occasion = a.occasion and k.person = a.person
                where a.occasion = :occasion and a.person = :person order by a.question
                """).bind("occasion", recipient.run().id()).bind("person", recipient.person().toString())
                .map((row, _) -> confidential(row, given(row))).list();
    }

    /** Whether the author shows the typed lines of this occasion to the team. */
    boolean shown(Transaction tx, Recipient recipient) {
        return tx.handle().createQuery("""
                select shown from checkin_asked where occasion = :occasion and person = :person
                """).bind("occasion", recipient.run().id()).bind("person", recipient.person().toString())
                .mapTo(Integer.class).findOne().filter(shown -> shown == 1).isPresent();
    }

    /** What was typed at occasions of the period, shared or not, oldest first. */
    List<Confidential<Line>> lines(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select o.team, a.person, a.value, a.kind, k.shown
                from checkin_occasion o join checkin_answer a on a.occasion = o.id
                    join checkin_asked k on k.occasion = a.occasion and k.person = a.person
                where o.team = :team and o.asked_at >= :from and o.asked_at < :until and a.kind = :line
                order by o.asked_at, k.changed_at, a.question
                """).bind("team", team.value()).bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli()).bind("line", DataKind.REFLECTION.name())
                .map((row, _) -> confidential(row,
                        new Line(PersonId.parse(row.getString("person")), row.getString("value"))))
                .list();
    }

    /**
     * How often each value was given at each occasion of the period whose answers are final: figures that still
     * move would give away who answered last.
     */
    List<Count> counts(Transaction tx, TeamId team, Period period) {
        return tx.handle().createQuery("""
                select o.id, o.question_set, a.question, a.kind, a.value, count(*) as times
                from checkin_occasion o join checkin_answer a on a.occasion = o.id
                where o.team = :team and o.asked_at >= :from and o.asked_at < :until and o.closed_at is not null
                    and a.kind <> :line
                group by o.id, o.asked_at, o.question_set, a.question, a.kind, a.value
                order by o.asked_at, o.id, a.question, times desc, a.value
                """).bind("team", team.value()).bind("from", period.from().toEpochMilli())
                .bind("until", period.until().toEpochMilli()).bind("line", DataKind.REFLECTION.name())
                .map((row, _) -> new Count(row.getString("id"), row.getString("question_set"),
                        row.getString("question"), DataKind.valueOf(row.getString("kind")), row.getString("value"),
                        row.getInt("times")))
                .list();
    }

    /** Something that somebody typed. */
    record Line(PersonId author, String words) {}

    /** How often a value was given to a question at one occasion. */
    record Count(String run, String set, String question, DataKind kind, String value, int times) {}

    private static <T> Confidential<T> confidential(ResultSet row, T content) throws SQLException {
        return new Confidential<>(DataKind.valueOf(row.getString("kind")), new TeamId(row.getString("team")),
                PersonId.parse(row.getString("person")), row.getInt("shown") == 1, content);
    }

    private static StoredAnswer given(ResultSet row) throws SQLException {
        return new StoredAnswer(row.getString("question"), row.getString("value"),
                DataKind.valueOf(row.getString("kind")));
    }
}
