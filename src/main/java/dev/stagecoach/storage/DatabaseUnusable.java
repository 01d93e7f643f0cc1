package dev.stagecoach.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message names the URL without its password, and the reason. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    DatabaseUnusable(String url, String reason, @Nullable Throwable cause) {
        super("database " + SecretMask.of(url) + ": " + SecretMask.of(reason), cause);
        this.inUse = cause instanceof DatabaseInUse;
    }

    /** Whether it is well, and another process has it. */
    public boolean inUse() {
        return inUse;
    }
}
