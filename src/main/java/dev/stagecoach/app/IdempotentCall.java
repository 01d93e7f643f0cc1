package dev.stagecoach.app;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.app.IdempotencyLog.Before;
import dev.stagecoach.app.IdempotencyLog.Waiting;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** One call while it is being answered; see {@link IdempotencyLog}. */
public final class IdempotentCall {
    private final Database database;
    private final IdempotencyStore store;
    private final Mark mark;
    private volatile boolean changed;
    private volatile boolean settled;

    IdempotentCall(Database database, IdempotencyStore store, Mark mark) {
        this.database = database;
        this.store = store;
        this.mark = mark;
    }

    record Mark(String call, String person, Instant at) {}

    /** Ends the work of a call that somebody else has handled meanwhile; whatever it was about to write is undone. */
    static final class Repeated extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Repeated(String call) {
            super("handled already: " + call);
        }
    }

    /** What is known of it from before. */
    public Optional<Before> before() {
        return database.read(tx -> store.find(tx, mark.call(), mark.person()));
    }

    /**
     * Does the work. The first thing each of its writes does is to claim the call; where another process was faster,
     * nothing is written. A reply that leaves the form open settles nothing, so the same form may come again.
     *
     * @param repeated the reply where another process has done it
     */
    public Reply reply(Supplier<Reply> work, Reply repeated) {
        try {
            var reply = Database.sealed(this::claim, work);
            settled = settles(reply);
            if (changed && !settled) {
                database.change(tx -> store.forget(tx, mark.call()));
            }
            return reply;
        } catch (Repeated _) {
            return repeated;
        }
    }

    /**
     * Whether the reply is this process's to give; asked right before it goes out, for replies that can be given only
     * once. What only reads is claimed here.
     */
    public boolean claimed() {
        try {
            database.change(this::claim);
            return true;
        } catch (Repeated _) {
            return false;
        }
    }

    /** Does work that has no reply; nothing where it was done before. */
    public void work(Runnable work) {
        try {
            Database.sealed(this::claim, () -> {
                work.run();
                return true;
            });
        } catch (Repeated _) {
            // Somebody was faster; it is done.
        }
    }

    private void claim(Transaction tx) {
        if (!store.claim(tx, mark.call(), mark.person(), mark.at()) && !changed) {
            throw new Repeated(mark.call());
        }
        changed = true;
    }

    private static boolean settles(Reply reply) {
        return switch (reply) {
            case Reply.Mend _,Reply.Open _ -> false;
            case Reply.ToYou _,Reply.ToChannel _,Reply.Next _,Reply.Replace _,Reply.Done _,Reply.Refused _ -> true;
        };
    }

    /**
     * Keeps how a call was answered that changed something. What was done counts also where this cannot be kept: who
     * asks again is then told that I have it already.
     */
    public void answered(String answer) {
        if (changed && settled) {
            ErrorBoundary.beside(() -> database.change(tx -> store.answered(tx, mark.call(), answer)));
        }
    }

    /** Keeps what was sent in, before its sender is told that it was taken. */
    public void await(String payload) {
        database.change(tx -> store.await(tx, new Waiting(mark.call(), mark.person(), payload), mark.at()));
    }

    /** Ends the waiting of a form whose reply is there, also where it changed nothing. */
    public void over() {
        database.change(tx -> store.over(tx, mark.call()));
    }
}
