package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How delivery is doing.
 *
 * @param oldestDue when the earliest message that has not gone out was or is to go out, to be held against the present
 * @param failed how many of those due since a moment were given up
 * @param unclear how many may have arrived or not, and are being found out about
 */
public record OutboxHealth(Optional<Instant> oldestDue, int failed, int unclear) {}
