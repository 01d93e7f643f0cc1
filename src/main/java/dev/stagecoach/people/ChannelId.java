package dev.stagecoach.people;

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
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a channel id: " + text);
        }
        return new ChannelId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return workspace + "/" + channel;
    }
}
