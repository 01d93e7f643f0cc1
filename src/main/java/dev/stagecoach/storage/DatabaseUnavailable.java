package dev.stagecoach.storage;

/**
 * The database takes or gives nothing just now, through no fault of the call: it is locked, full or away, and the same
 * call may succeed in a minute. The message says which. It carries no trace: what is wrong is not in the program, and
 * the log names it once.
 */
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String reason) {
        super(reason, null, false, false);
    }
}
