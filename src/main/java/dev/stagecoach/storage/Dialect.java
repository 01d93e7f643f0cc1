package dev.stagecoach.storage;

import java.util.Optional;

/** Where the two databases differ in what they are told; everything else in the stores is one SQL for both. */
public enum Dialect {
    SQLITE(""), POSTGRESQL(" for update skip locked");

    /** Any number will do that nothing else in the database locks. */
    private static final String LOCK = "select pg_advisory_xact_lock(7310)";

    private final String claim;

    Dialect(String claim) {
        this.claim = claim;
    }

    /** Ends a {@code select} of rows to be claimed: on SQLite the one writer is guard enough. */
    public String claim() {
        return claim;
    }

    /**
     * What a transaction says first that must not run beside another of its kind, because it looks at rows that the
     * other may be changing; on SQLite there is one writer anyway.
     */
    public Optional<String> oneAtATime() {
        return switch (this) {
            case SQLITE -> Optional.empty();
            case POSTGRESQL -> Optional.of(LOCK);
        };
    }
}
