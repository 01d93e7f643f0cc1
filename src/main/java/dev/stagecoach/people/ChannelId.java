package dev.stagecoach.people;

import java.util.Optional;

/** A channel, by the chat service's ids. Stored and shown in logs as {@code workspace/channel}. */
public record ChannelId(String workspace, String channel) implements Address {
    public ChannelId {
        if (workspace.isBlank() || channel.isBlank() || workspace.contains("/") || channel.contains("/")) {
            throw new IllegalArgumentException(
                    "a channel needs a workspace and an id: '" + workspace + "', '" + channel + "'");
        }
    }

    /** Reads what {@link #toString} wrote; refuses any other text. */
    public static ChannelId parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a channel id: " + text));
    }

    /** Reads any text; empty where {@link #toString} did not write it. */
    public static Optional<ChannelId> find(String text) {
        var parts = text.split("/", -1);
        return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
                ? Optional.of(new ChannelId(parts[0], parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return workspace + "/" + channel;
    }
}
