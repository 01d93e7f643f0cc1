package dev.stagecoach.storage;

/** Where the two databases differ in what they are told; everything else in the stores is one SQL for both. */
public enum Dialect {
    SQLITE(""), POSTGRESQL(" for update skip locked");

    private final String claim;

    Dialect(String claim) {
        this.claim = claim;
    }

    /** Ends a {@code select} of rows to be claimed: on SQLite the one writer is guard enough. */
    public String claim() {
        return claim;
    }
}
