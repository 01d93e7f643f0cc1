package dev.stagecoach.coaching.leader;

import java.time.Instant;

import dev.stagecoach.coaching.Commitment.Outcome;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.storage.Transaction;

/** What became of promises, leaders' and others'; one without a row is open. */
final class OutcomeStore {

    /** Of what somebody has opened: who may read the item may read what became of it. */
    Outcome of(Transaction tx, Filled opened) {
        return tx.handle().createQuery("select state, word, at from promise_outcome where promised = :promised")
                .bind("promised", opened.id()).mapTo(Outcome.class).findOne().orElse(Outcome.OPEN);
    }

    /** Says what became of it; saying the same again changes nothing, not even since when it is so. */
    void settle(Transaction tx, String promised, State state, String word, Instant now) {
        if (state == State.OPEN) {
            forget(tx, promised);
            return;
        }
        tx.handle().createUpdate("""
                insert into promise_outcome (promised, state, word, at) values (:promised, :state, :word, :now)
                on conflict (promised) do update set state = excluded.state, word = excluded.word, at = excluded.at
                where promise_outcome.state <> excluded.state or promise_outcome.word <> excluded.word
                """).bind("promised", promised).bind("state", state).bind("word", word).bind("now", now).execute();
    }

    /** Nothing has become of it yet. */
    void forget(Transaction tx, String promised) {
        tx.handle().createUpdate("delete from promise_outcome where promised = :promised").bind("promised", promised)
                .execute();
    }
}
