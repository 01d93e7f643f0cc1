package dev.stagecoach.slack;

import java.util.function.Consumer;

import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import org.jspecify.annotations.Nullable;

/** A queue that keeps nothing: each message goes to a virtual thread at once, instead of waiting to be polled. */
record DirectQueue(Consumer<String> handler) implements SocketModeMessageQueue {

    @Override
    public void add(String message) {
        Thread.ofVirtual().name("slack-message").start(() -> handler.accept(message));
    }

    @Override
    public @Nullable String poll() {
        return null;
    }
}
