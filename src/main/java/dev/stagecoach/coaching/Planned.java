package dev.stagecoach.coaching;

import java.time.Instant;

import dev.stagecoach.outbox.SendPolicy;

/**
 * Something that a room will send by schedule, before anybody's hours are looked at.
 *
 * @param what for people, to stand at the beginning of a sentence: "Check-in “Explore”"
 */
public record Planned(Instant at, String what, SendPolicy policy) {}
