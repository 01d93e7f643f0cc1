package dev.stagecoach.chat;

import java.time.Instant;

import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;

/** What happens in the workspace without anybody asking the bot. */
public interface Events {

    /** Somebody, perhaps the bot itself, joined a channel. */
    void joined(ChannelId channel, PersonId person, Instant now);

    /** Somebody left a channel. */
    void left(ChannelId channel, PersonId person, Instant now);

    /** Somebody's name, zone or account changed. */
    void personChanged(PersonId person, Instant now);

    /** The channel is there no more for the bot. */
    void channelGone(ChannelId channel, UnreachableReason how, Instant now);

    /** The bot is in the channel again. */
    void channelBack(ChannelId channel, Instant now);

    /** The channel is no longer archived; whether the bot is in it is another question. */
    void channelUnarchived(ChannelId channel, Instant now);

    /** The channel has got another id, for example because it is shared with another workspace now. */
    void channelMoved(ChannelId from, ChannelId to, Instant now);

    /** The workspace has put the bot out. */
    void shutOut(String workspace, UnreachableReason how, Instant now);

    /** Somebody looks at the Home tab; comes at every visit. */
    void homeOpened(PersonId person, Instant now);
}
