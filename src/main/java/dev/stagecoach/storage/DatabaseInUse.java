package dev.stagecoach.storage;

/** Another process has the SQLite file open. */
final class DatabaseInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseInUse() {
        super("another process has it open, perhaps a bot that runs already. One file is for one process: stop that one"
                + " first, or use PostgreSQL for several");
    }
}
