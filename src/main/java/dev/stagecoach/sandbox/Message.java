package dev.stagecoach.sandbox;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/** One message. Guarded by the lock of the workspace. */
final class Message {
    final String ts;
    final String user;
    /** The ts of the thread's first message; empty outside threads. */
    final String threadTs;
    /** The one person who sees it; empty where everybody in the room does. */
    final String onlyFor;
    String text;
    JsonNode blocks = Json.array();
    JsonNode metadata = Json.object();
    boolean edited;

    Message(String ts, String user, String text, String threadTs, String onlyFor) {
        this.ts = ts;
        this.user = user;
        this.text = text;
        this.threadTs = threadTs;
        this.onlyFor = onlyFor;
    }

    boolean ephemeral() {
        return !onlyFor.isEmpty();
    }

    boolean visibleTo(String person) {
        return onlyFor.isEmpty() || onlyFor.equals(person);
    }

    boolean inThread() {
        return !threadTs.isEmpty() && !threadTs.equals(ts);
    }

    /** When it was said, by the sandbox's clock. */
    Instant at() {
        return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))));
    }
}
