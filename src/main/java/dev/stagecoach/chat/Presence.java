package dev.stagecoach.chat;

import java.time.Instant;

import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.UnreachableReason;

/** Told where the bot is out of reach and where it is back, by whoever notices. Saying it twice is harmless. */
public interface Presence {

    /** The channel or person cannot be reached. */
    void gone(Address place, UnreachableReason how, Instant now);

    /** The channel or person can be reached. */
    void back(Address place, Instant now);

    /** Something has changed that may bring the channel back, so it is worth a look soon. */
    void perhapsBack(ChannelId channel, Instant now);

    /** The channel is there under another id. */
    void moved(ChannelId from, ChannelId to, Instant now);

    /** Nothing in the workspace can be reached. */
    void shutOut(String workspace, UnreachableReason how, Instant now);

    /** Whether nothing can be sent at all just now. */
    boolean away();
}
