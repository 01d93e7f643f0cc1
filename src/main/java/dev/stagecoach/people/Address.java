package dev.stagecoach.people;

import dev.stagecoach.storage.StoredAsText;

/**
 * Where a message can go: to one person privately, or to a channel. A column that keeps either is read as an
 * {@code Address} and written by {@link #format}; one that keeps people only, or channels only, has their own ids.
 */
public sealed interface Address extends StoredAsText permits PersonId, ChannelId {

    /** The workspace's own id, as the chat service gives it. */
    String workspace();

    /** The chat service's own id of the person or the channel. */
    default String id() {
        return switch (this) {
            case PersonId person -> person.user();
            case ChannelId channel -> channel.channel();
        };
    }

    /** One line of text that {@link #parse} reads back. */
    static String format(Address address) {
        return switch (address) {
            case PersonId person -> "person:" + person;
            case ChannelId channel -> "channel:" + channel;
        };
    }

    /** The address that {@link #format} wrote; refuses any other text. */
    static Address parse(String text) {
        if (text.startsWith("person:")) {
            return PersonId.parse(text.substring("person:".length()));
        }
        if (text.startsWith("channel:")) {
            return ChannelId.parse(text.substring("channel:".length()));
        }
        throw new IllegalArgumentException("not an address: " + text);
    }
}
