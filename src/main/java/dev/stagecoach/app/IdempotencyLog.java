package dev.stagecoach.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.storage.Database;

/**
 * Remembers calls that changed something, beyond a restart and across nodes. The memory is written in the same
 * transaction as the change, so a call that comes again finds both or neither. Calls that only read leave no trace.
 */
public final class IdempotencyLog {
    private final Database database;
    private final IdempotencyStore store = new IdempotencyStore();

    IdempotencyLog(Database database) {
        this.database = database;
    }

    /**
     * A call that was handled before.
     *
     * @param answer what was answered, as the chat service writes it; empty where that is not kept any more
     */
    public record Before(Optional<String> answer) {}

    /** A form that was taken and is still to be handled; {@code payload} is what the chat service sent. */
    public record Waiting(String call, String person, String payload) {}

    /**
     * One call while it is being answered.
     *
     * @param call what the chat service names it by, the same when it is sent again
     * @param person whose it is; empty for what happens without anybody asking
     */
    public IdempotentCall call(String call, String person, Instant now) {
        return new IdempotentCall(database, store, new IdempotentCall.Mark(call, person, now));
    }

    /** Forms that were taken and never handled, because the process ended in between. */
    public List<Waiting> waiting() {
        return database.read(store::waiting);
    }
}
