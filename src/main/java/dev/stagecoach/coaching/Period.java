package dev.stagecoach.coaching;

import java.time.Instant;

/** A stretch of time, half open: {@code from} belongs to it, {@code until} does not. */
public record Period(Instant from, Instant until) {
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period cannot end before it begins: " + from + ", " + until);
        }
    }
}
