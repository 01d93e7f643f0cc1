package dev.stagecoach.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that can be advanced. It never goes back. Safe for use by many threads. */
public final class SandboxClock extends Clock {
    /** Where the fictional school is. */
    public static final ZoneId ZONE = ZoneId.of("America/Boise");

    /** Monday morning, before the first lesson. */
    public static final Instant START = LocalDateTime.of(2026, 9, 14, 9, 0).atZone(ZONE).toInstant();

    private final Clock ticking;
    private final ZoneId zone;
    private final Advance advance;

    private SandboxClock(Clock ticking, ZoneId zone, Advance advance) {
        this.ticking = ticking;
        this.zone = zone;
        this.advance = advance;
    }

    /** Begins at the start and runs on at the usual pace. */
    public static SandboxClock running(Instant start) {
        var system = Clock.systemUTC();
        return new SandboxClock(Clock.offset(system, Duration.between(system.instant(), start)), ZONE, new Advance());
    }

    /** Stands still until it is advanced. */
    public static SandboxClock still(Instant start) {
        return new SandboxClock(Clock.fixed(start, ZONE), ZONE, new Advance());
    }

    /** @throws IllegalArgumentException where the step is negative */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the clock never goes back");
        }
        advance.by(step);
    }

    /** Moves on to the moment; a moment that has passed changes nothing. */
    public void moveTo(Instant moment) {
        var step = Duration.between(instant(), moment);
        if (step.isPositive()) {
            advance.by(step);
        }
    }

    @Override
    public Instant instant() {
        return ticking.instant().plus(advance.total());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, read in another zone: advancing one advances both. */
    @Override
    public Clock withZone(ZoneId other) {
        return new SandboxClock(ticking, other, advance);
    }

    private static final class Advance {
        private Duration total = Duration.ZERO;

        synchronized void by(Duration step) {
            total = total.plus(step);
        }

        synchronized Duration total() {
            return total;
        }
    }
}
