package dev.stagecoach.coaching.plan;

import java.time.Instant;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Transaction;

/** What people said about sessions: prepared or not, tried or not. Others learn of the trying in counts only. */
final class SessionReplyStore {

    /** What somebody can say. */
    enum Word {
        PREPARED("session"), TRIED("task"), NOT_YET("task");

        private final String about;

        Word(String about) {
            this.about = about;
        }
    }

    /** The last word of a person about the same thing counts. */
    void say(Transaction tx, String session, PersonId person, Word word, Instant now) {
        tx.handle().createUpdate("""
                insert into session_word (session, person, about, word, at)
                values (:session, :person, :about, :word, :now)
                on conflict (session, person, about) do update set word = excluded.word, at = excluded.at
                """).bind("session", session).bind("person", person).bind("about", word.about)
                .bind("word", word).bind("now", now).execute();
    }

    boolean prepared(Transaction tx, String session) {
        return count(tx, session, Word.PREPARED) > 0;
    }

    /** Whether the person said how the task went; what they said is counted only. */
    boolean toldOfTask(Transaction tx, String session, PersonId person) {
        return tx.handle().createQuery("""
                select count(*) from session_word where session = :session and person = :person and about = 'task'
                """).bind("session", session).bind("person", person).mapTo(Integer.class).one() > 0;
    }

    int tried(Transaction tx, String session) {
        return count(tx, session, Word.TRIED);
    }

    private static int count(Transaction tx, String session, Word word) {
        return tx.handle().createQuery("select count(*) from session_word where session = :session and word = :word")
                .bind("session", session).bind("word", word).mapTo(Integer.class).one();
    }

    void forget(Transaction tx, String session) {
        tx.handle().createUpdate("delete from session_word where session = :session").bind("session", session)
                .execute();
    }
}
