package dev.stagecoach.outbox;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.storage.Database;

/**
 * Keeps a message whole in which several stand as one, or several things of one kind: a click in one part never takes
 * the others away.
 */
public final class BundleUpdater {
    private final Database database;
    private final Outbox outbox;
    private final String digest;

    /**
     * @param digest the kind of message that holds several things of its own
     */
    public BundleUpdater(Database database, Outbox outbox, String digest) {
        this.database = database;
        this.outbox = outbox;
        this.digest = digest;
    }

    /** The reply to a click; in such a message it is left to the outbox, which writes all of it again. */
    public Reply keep(Call.Click click, Reply reply) {
        return reply instanceof Reply.Replace && click.message().filter(this::refreshed).isPresent()
                ? new Reply.Done()
                : reply;
    }

    private boolean refreshed(MessageRef message) {
        return database.write(tx -> outbox.refreshBundle(tx, message, digest));
    }
}
