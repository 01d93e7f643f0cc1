package dev.stagecoach.jobs;

import java.time.Duration;

import dev.stagecoach.outbox.Job;

/** Work that becomes due with time, and how often it is asked whether it is. */
public record ScheduledJob(Job job, Duration every) {
    private static final Duration USUAL = Duration.ofSeconds(15);

    public ScheduledJob {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("a tick comes after some time, not after " + every);
        }
    }

    /** A tick every 15 seconds. */
    public static ScheduledJob of(Job job) {
        return new ScheduledJob(job, USUAL);
    }

    /** A tick every 2 seconds, for the sender. */
    public static ScheduledJob often(Job job) {
        return new ScheduledJob(job, Duration.ofSeconds(2));
    }
}
