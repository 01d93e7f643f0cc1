package dev.stagecoach.storage;

import org.jdbi.v3.core.Handle;

/** An open transaction. Rooms hand it on to their stores; only stores look inside. */
public final class Transaction {
    private final Handle handle;
    private final Dialect dialect;

    Transaction(Handle handle, Dialect dialect) {
        this.handle = handle;
        this.dialect = dialect;
    }

    public Handle handle() {
        return handle;
    }

    public Dialect dialect() {
        return dialect;
    }
}
