package dev.stagecoach.schedule;

import java.time.Duration;

import dev.stagecoach.delivery.Due;

/** Work that becomes due with time, and how often it is asked whether it is. */
public record Tick(Due due, Duration every) {
    private static final Duration USUAL = Duration.ofSeconds(15);

    public Tick {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a tick comes after some time, not after " + every);
        }
    }

    /** A tick every 15 seconds. */
    public static Tick of(Due due) {
        return new Tick(due, USUAL);
    }

    /** A tick every 2 seconds, for the sender. */
    public static Tick often(Due due) {
        return new Tick(due, Duration.ofSeconds(2));
    }
}
