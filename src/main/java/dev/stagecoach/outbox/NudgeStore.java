package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.people.Address;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

import static org.jdbi.v3.core.statement.EmptyHandling.NULL_KEYWORD;

/** What readers did about messages that asked them for something, in the rows that follow those. */
public final class NudgeStore {
    private static final String LEFT = "/skip";
    private static final String LATER = "/later/";

    /** One part of a message that stands. */
    public record Part(String id, String uniqueKey, TeamId team, String kind, String subject) {}

    /** What its reader did about a part last. */
    sealed interface Answer {
        /** It comes again then. */
        record PutOff(Instant until) implements Answer {}

        /** It came again. */
        record Again() implements Answer {}

        /** Not this time. */
        record Left() implements Answer {}
    }

    private record Follow(String follows, String uniqueKey, String state, Instant dueAt) {}

    /** Whose business the message is. */
    static Optional<TeamId> team(Transaction tx, String id) {
        return tx.handle().createQuery("select team from delivery where id = :id").bind("id", id).mapTo(TeamId.class)
                .findOne();
    }

    static boolean isFor(Transaction tx, String id, PersonId reader) {
        return tx.handle().createQuery("select 1 from delivery where id = :id and address = :reader").bind("id", id)
                .bind("reader", Address.format(reader)).mapTo(Integer.class).findOne().isPresent();
    }

    /** Those parts of the message that its reader has not put off or let be; also while it is not known yet whether it stands. */
    public List<Part> open(Transaction tx, String id) {
        var parts = tx.handle().createQuery("""
                select id, unique_key, team, kind, subject from delivery
                where (id = :id or lead = :id) and state in ('sent', 'sending') order by id
                """).bind("id", id).mapTo(Part.class).list();
        var answers = answers(tx, parts.stream().map(Part::id).toList());
        return parts.stream().filter(part -> !answers.containsKey(part.id())).toList();
    }

    /** What was done about these rows, where anything was. */
    Map<String, Answer> answers(Transaction tx, Collection<String> ids) {
        var answers = new HashMap<String, Answer>();
        tx.handle().createQuery("""
                select follows, unique_key, state, due_at from delivery where follows in (<ids>) order by id
                """).bindList(NULL_KEYWORD, "ids", List.copyOf(ids)).mapTo(Follow.class)
                .forEach(row -> answers.put(row.follows(), answer(row)));
        return answers;
    }

    private static Answer answer(Follow row) {
        if (row.uniqueKey().endsWith(LEFT)) {
            return new Answer.Left();
        }
        return row.state().equals("due") ? new Answer.PutOff(row.dueAt()) : new Answer.Again();
    }

    /** It comes again at that moment. */
    public void putOff(Transaction tx, Outbox outbox, Part part, Instant until) {
        outbox.snooze(tx, part.uniqueKey() + LATER + until.toEpochMilli(), part.uniqueKey(), part.subject(), until);
        outbox.refresh(tx, part.uniqueKey());
    }

    /** Not this time: it does not come again. */
    public void leave(Transaction tx, Outbox outbox, Part part, Instant now) {
        var key = part.uniqueKey() + LEFT;
        outbox.snooze(tx, key, part.uniqueKey(), part.subject(), now);
        outbox.skip(tx, key, "Not sent because you said: not this time.");
        outbox.refresh(tx, part.uniqueKey());
    }
}
