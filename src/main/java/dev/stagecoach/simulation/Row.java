package dev.stagecoach.simulation;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.SendPolicy;

/**
 * A row of the outbox as the auditor reads it.
 *
 * @param moment when something is to be done about it next: its next attempt, or the end of the claim
 * @param place where its message stands, {@code CHANNEL TS}
 */
record Row(String id, String key, String team, String kind, String address, String subject, String state,
        Instant dueAt, Instant moment, Optional<Instant> sentAt, Optional<String> place, Optional<String> reason,
        Ties ties) {

    /** What it has to do with others. */
    record Ties(Optional<String> parent, Optional<String> lead, Optional<String> follows,
            Optional<SendPolicy> policy, Optional<Instant> latest) {}

    boolean open() {
        return state.equals("due") || state.equals("sending");
    }

    boolean sent() {
        return state.equals("sent");
    }

    /** The user where it is for a person. */
    Optional<String> person() {
        return address.startsWith("person:")
                ? Optional.of(address.substring(address.indexOf('/') + 1))
                : Optional.empty();
    }

    /** The id that travels with its message. */
    String mark() {
        return ties.lead().orElse(id);
    }

    String words() {
        return "%s %s for %s, due %s, %s%s".formatted(kind, id.substring(id.length() - 6), address, dueAt, state,
                reason.map(why -> " (" + why + ")").orElse(""));
    }
}
