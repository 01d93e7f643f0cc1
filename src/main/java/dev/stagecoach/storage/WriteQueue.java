package dev.stagecoach.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The way to the one writer of SQLite. What waits at the same time goes into one transaction, in the order in which it
 * came, and waits for the disk once; each work stands in a savepoint of its own, so its failure undoes itself alone.
 * Nobody returns before the transaction that holds his work is on disk. One of those who wait does it for all: a work
 * may run in another thread than its caller's.
 */
final class WriteQueue {
    private static final int MOST = 256;

    private final Jdbi writer;
    private final Dialect dialect;
    private final Queue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    WriteQueue(Jdbi writer, Dialect dialect) {
        this.writer = writer;
        this.dialect = dialect;
    }

    <T> T write(Function<Transaction, T> work) {
        var mine = new Waiting<>(work, Thread.currentThread());
        waiting.add(mine);
        var interrupted = false;
        while (!mine.done) {
            if (writing.tryLock()) {
                writeTogether();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.result();
    }

    /** Called with the lock, which is free afterwards. Whoever came meanwhile is woken to go on. */
    private void writeTogether() {
        var together = new ArrayList<Waiting<?>>();
        try {
            for (var next = waiting.poll(); next != null; next = together.size() < MOST ? waiting.poll() : null) {
                together.add(next);
            }
            if (!together.isEmpty()) {
                commit(together);
            }
        } finally {
            writing.unlock();
            together.forEach(Waiting::finish);
            Optional.ofNullable(waiting.peek()).ifPresent(next -> LockSupport.unpark(next.caller));
        }
    }

    private void commit(List<Waiting<?>> together) {
        try {
            writer.useTransaction(handle -> {
                if (together.size() == 1) {
                    together.getFirst().run(new Transaction(handle, dialect));
                } else {
                    together.forEach(one -> inSavepoint(handle, one));
                }
            });
        } catch (RuntimeException | Error e) {
            together.forEach(one -> one.failed(e));
        }
    }

    private void inSavepoint(Handle handle, Waiting<?> one) {
        handle.savepoint("one");
        try {
            one.run(new Transaction(handle, dialect));
            handle.releaseSavepoint("one");
        } catch (RuntimeException | Error e) {
            one.failed(e);
            handle.rollbackToSavepoint("one");
        }
    }

    /** A work, and what became of it; written by whoever holds the lock, read by its caller once done. */
    private static final class Waiting<T> {
        private final Function<Transaction, T> work;
        private final Thread caller;
        private Optional<T> value = Optional.empty();
        private @Nullable Throwable failure;
        private volatile boolean done;

        private Waiting(Function<Transaction, T> work, Thread caller) {
            this.work = work;
            this.caller = caller;
        }

        private void run(Transaction tx) {
            value = Optional.of(work.apply(tx));
        }

        /** The first failure is its own; one of the whole transaction comes later. */
        private void failed(Throwable e) {
            if (failure == null) {
                failure = e;
            }
        }

        private void finish() {
            done = true;
            LockSupport.unpark(caller);
        }

        private T result() {
            switch (failure) {
                case null -> {
                    return value.orElseThrow();
                }
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case Throwable e -> throw new IllegalStateException(e);
            }
        }
    }
}
