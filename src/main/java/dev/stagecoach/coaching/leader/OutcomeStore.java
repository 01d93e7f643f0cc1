package dev.stagecoach.coaching.leader;

import java.time.Instant;

import dev.stagecoach.coaching.Commitment.Outcome;
import dev.stagecoach.coaching.Commitment.State;
import dev.stagecoach.storage.Transaction;

/** What became of leaders' promises; one without a row is open. */
final class OutcomeStore {

    Outcome of(Transaction tx, String item) {
        return tx.handle().createQuery("select state, word, at from leader_outcome where filled = :item")
                .bind("item", item).mapTo(Outcome.class).findOne().orElse(Outcome.OPEN);
    }

    /** Says what became of it; saying the same again changes nothing, not even since when it is so. */
    void settle(Transaction tx, String item, State state, String word, Instant now) {
        tx.handle().createUpdate("""
                insert into leader_outcome (filled, state, word, at) values (:item, :state, :word, :now)
                on conflict (filled) do update set state = excluded.state, word = excluded.word, at = excluded.at
                where leader_outcome.state <> excluded.state or leader_outcome.word <> excluded.word
                """).bind("item", item).bind("state", state).bind("word", word).bind("now", now).execute();
    }

    /** It is open again. */
    void reopen(Transaction tx, String item) {
        tx.handle().createUpdate("delete from leader_outcome where filled = :item").bind("item", item).execute();
    }
}
