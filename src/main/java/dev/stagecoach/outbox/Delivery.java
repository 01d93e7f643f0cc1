package dev.stagecoach.outbox;

import java.time.Instant;

import dev.stagecoach.people.Address;
import dev.stagecoach.people.TeamId;

/**
 * A row of the outbox: one message that is to reach one address.
 *
 * @param team whose business it is
 * @param kind which {@link Composer} writes it, as {@code room.noun}
 * @param subject what it is about, an id that the composer understands
 * @param attempts how often sending was tried
 */
public record Delivery(String id, TeamId team, String kind, Address to, String subject, Instant dueAt, int attempts) {}
