package dev.stagecoach.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.app.IdempotencyLog.Before;
import dev.stagecoach.app.IdempotencyLog.Waiting;
import dev.stagecoach.storage.Transaction;

/** Which calls have been handled. An answer goes back to nobody but the person that it was for. */
final class IdempotencyStore {

    /** Takes the call for handled; false where it was. One that waits becomes handled. */
    boolean claim(Transaction tx, String call, String person, Instant at) {
        return tx.handle().createUpdate("""
                insert into handled (call, person, at, done) values (:call, :person, :at, 1)
                on conflict (call) do update set done = 1, payload = null where handled.done = 0
                """).bind("call", call).bind("person", person).bind("at", at).execute() == 1;
    }

    /** Keeps what was sent in until it is handled; nothing happens where it is. */
    void await(Transaction tx, Waiting waiting, Instant at) {
        tx.handle().createUpdate("""
                insert into handled (call, person, at, done, payload) values (:call, :person, :at, 0, :payload)
                on conflict (call) do nothing
                """).bind("call", waiting.call()).bind("person", waiting.person()).bind("at", at)
                .bind("payload", waiting.payload()).execute();
    }

    void over(Transaction tx, String call) {
        tx.handle().createUpdate("delete from handled where call = :call and done = 0").bind("call", call).execute();
    }

    List<Waiting> waiting(Transaction tx) {
        return tx.handle().createQuery("select call, person, payload from handled where done = 0 order by at")
                .mapTo(Waiting.class).list();
    }

    Optional<Before> find(Transaction tx, String call, String person) {
        return tx.handle().createQuery("""
                select answer from handled where call = :call and person = :person and done = 1
                """).bind("call", call).bind("person", person).mapTo(Before.class).findOne();
    }

    void answered(Transaction tx, String call, String answer) {
        tx.handle().createUpdate("update handled set answer = :answer where call = :call").bind("answer", answer)
                .bind("call", call).execute();
    }

    void forget(Transaction tx, String call) {
        tx.handle().createUpdate("delete from handled where call = :call").bind("call", call).execute();
    }

    /** Whether anything is older than these moments, so that a tick with nothing to do takes no write lock. */
    boolean isOld(Transaction tx, Instant rows, Instant answers) {
        return tx.handle().createQuery("""
                select 1 from handled where at < :rows or (answer is not null and at < :answers) limit 1
                """).bind("rows", rows).bind("answers", answers).mapTo(Integer.class).findOne().isPresent();
    }

    /** Removes the answers from at most so many calls from before {@code limit}; how many these were. */
    int forgetAnswers(Transaction tx, Instant limit, int most) {
        return tx.handle().createUpdate("""
                update handled set answer = null where call in
                (select call from handled where answer is not null and at < :limit order by at limit :most)
                """).bind("limit", limit).bind("most", most).execute();
    }

    /** Removes at most so many calls from before {@code limit}; how many these were. */
    int forget(Transaction tx, Instant limit, int most) {
        return tx.handle().createUpdate("""
                delete from handled where call in (select call from handled where at < :limit order by at limit :most)
                """).bind("limit", limit).bind("most", most).execute();
    }
}
