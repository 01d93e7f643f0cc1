package dev.stagecoach.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as the app posted it, whatever became of it since.
 *
 * @param person whose direct message with the app it is; empty in channels
 * @param thread the ts of the thread's first message; empty outside threads
 * @param mark the id in the message's metadata; empty where it has none
 */
public record Posted(String channel, Optional<String> person, String ts, Optional<String> thread, Instant at,
        Optional<String> mark, String text, List<Pressable> buttons) {
    public Posted {
        buttons = List.copyOf(buttons);
    }

    /** A button on it. */
    public record Pressable(String label, String action, String value) {}
}
