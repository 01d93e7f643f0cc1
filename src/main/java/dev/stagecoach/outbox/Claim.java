package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * The right to work on one row of the outbox; nobody else does before it lapses.
 *
 * @param token whose claim it is; a change of the row asks for it
 * @param attempt which attempt at this work it is; the first is 1
 * @param attemptAt when the last attempt at sending began, or earlier
 * @param until when the claim lapses
 */
record Claim(Delivery delivery, MessageLinks links, Work work, String token, int attempt, Instant attemptAt,
        Instant until) {

    /** What is to be done with the row. */
    enum Work {
        SEND,
        /** Somebody began to send it and never said how it went. */
        FIND_OUT,
        /** It was sent and its content has changed. */
        REWRITE
    }

    String id() {
        return delivery.id();
    }

    /** The row of the message in whose thread this one belongs. */
    Optional<String> parent() {
        return links.parent();
    }

    /** What travels with the message, so that it can be found. */
    String mark() {
        return links.lead().orElse(id());
    }

    Claim lasting(Instant moment) {
        return new Claim(delivery, links, work, token, attempt, attemptAt, moment);
    }
}
