package dev.stagecoach.storage;

import java.util.List;
import java.util.Optional;
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
    private final GroupCommit<Write<?>> writes = new GroupCommit<>(MOST, this::commit);
    private final CommitListener commits;

    WriteQueue(Jdbi writer, Dialect dialect, CommitListener commits) {
        this.writer = writer;
        this.dialect = dialect;
        this.commits = commits;
    }

    <T> T write(Function<Transaction, T> work) {
        var mine = new Write<>(work);
        writes.bring(mine);
        return mine.result();
    }

    private void commit(List<Write<?>> together) {
        try {
            writer.useTransaction(handle -> {
                if (together.size() == 1) {
                    together.getFirst().run(new Transaction(handle, dialect));
                } else {
                    together.forEach(one -> inSavepoint(handle, one));
                }
                commits.before();
            });
            commits.after();
        } catch (RuntimeException | Error e) {
            together.forEach(one -> one.failed(e));
        }
    }

    private void inSavepoint(Handle handle, Write<?> one) {
        handle.savepoint("one");
        try {
            one.run(new Transaction(handle, dialect));
            handle.releaseSavepoint("one");
        } catch (RuntimeException | Error e) {
            one.failed(e);
            handle.rollbackToSavepoint("one");
        }
    }

    /** A work, and what became of it; read by its caller once that is known. */
    private static final class Write<T> {
        private final Function<Transaction, T> work;
        private Optional<T> value = Optional.empty();
        private @Nullable Throwable failure;

        private Write(Function<Transaction, T> work) {
            this.work = work;
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
