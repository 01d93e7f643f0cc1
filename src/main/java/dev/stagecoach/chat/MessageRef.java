package dev.stagecoach.chat;

import dev.stagecoach.people.ChannelId;

/** A message that stands in a conversation, by the chat service's own ids. */
public record MessageRef(ChannelId channel, String ts) {}
