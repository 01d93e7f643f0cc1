package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What an app may use for a short while: trigger ids and response addresses. Guarded by the workspace's lock. */
final class Tickets {
    /** In real time, like the bot that has to hurry. */
    static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);
    static final Duration RESPONSE_LIFE = Duration.ofMinutes(30);
    static final int RESPONSE_USES = 5;
    private final SandboxClock clock;
    private final Map<String, Trigger> triggers = new HashMap<>();
    private final Map<String, Response> responses = new HashMap<>();

    Tickets(SandboxClock clock) {
        this.clock = clock;
    }

    /** What a trigger id is good for. */
    sealed interface Redeemed {
        record By(String person) implements Redeemed {}

        record No(String error) implements Redeemed {}
    }

    /** Where an answer to a response address goes; {@code ts} is empty where it belongs to no message. */
    record Response(String room, String person, String ts, Instant until, int left) {}

    private record Trigger(String person, long madeAt, boolean used) {}

    String trigger(String person) {
        var id = "%d.%s".formatted(triggers.size() + 1, UUID.randomUUID());
        triggers.put(id, new Trigger(person, System.nanoTime(), false));
        return id;
    }

    Redeemed redeem(String id) {
        var trigger = triggers.get(id);
        if (trigger == null) {
            return new Redeemed.No("invalid_trigger_id");
        }
        if (System.nanoTime() - trigger.madeAt > TRIGGER_LIFE.toNanos()) {
            return new Redeemed.No("expired_trigger_id");
        }
        if (trigger.used) {
            return new Redeemed.No("exchanged_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.person, trigger.madeAt, true));
        return new Redeemed.By(trigger.person);
    }

    /** The last part of a response address. */
    String response(String room, String person, String ts) {
        var id = UUID.randomUUID().toString();
        responses.put(id, new Response(room, person, ts, clock.instant().plus(RESPONSE_LIFE), RESPONSE_USES));
        return id;
    }

    /** What a response address is good for. */
    sealed interface Used {
        record By(Response response) implements Used {}

        record No(String error) implements Used {}
    }

    /** Counts a use of the address. */
    Used use(String id) {
        var response = responses.get(id);
        if (response == null || !clock.instant().isBefore(response.until)) {
            return new Used.No("expired_url");
        }
        if (response.left == 0) {
            return new Used.No("used_url");
        }
        responses.put(id,
                new Response(response.room, response.person, response.ts, response.until, response.left - 1));
        return new Used.By(response);
    }
}
