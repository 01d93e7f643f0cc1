package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.TeamId;

/**
 * What became of one message of the outbox so far.
 *
 * @param kind which {@link Composer} writes it
 * @param subject what it is about, an id that the composer understands
 * @param dueAt when it was to go out, or is to; what waits for the end of quiet hours is due at their end
 * @param sentAt when it was sent
 * @param reason why it is late, waits, was skipped or failed, a sentence for whoever was to get it
 */
public record DeliveryStatus(TeamId team, String kind, String subject, Instant dueAt, DeliveryStore.State state,
        Optional<Instant> sentAt, Optional<String> reason) {}
