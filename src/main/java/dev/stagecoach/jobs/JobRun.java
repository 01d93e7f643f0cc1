package dev.stagecoach.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.stagecoach.outbox.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One job: never run twice at the same time, and no fault of it leaves here. */
final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final Job job;
    private final Duration every;
    private final ReentrantLock running = new ReentrantLock();
    private boolean ended;
    /** What the last run ended with; empty where it was well. Read and written with the lock. */
    private String fault = "";

    JobRun(ScheduledJob scheduled) {
        this.job = scheduled.job();
        this.every = scheduled.every();
    }

    Duration every() {
        return every;
    }

    /** Runs it, after the run that is under way. */
    void run(Instant now) {
        running.lock();
        try {
            guarded(now);
        } finally {
            running.unlock();
        }
    }

    /** Runs it unless it is running. */
    void tryRun(Instant now) {
        if (running.tryLock()) {
            try {
                guarded(now);
            } finally {
                running.unlock();
            }
        }
    }

    /** Waits for the run that is under way; none comes after it. */
    void end() {
        running.lock();
        try {
            ended = true;
        } finally {
            running.unlock();
        }
    }

    /** Called with the lock. */
    private void guarded(Instant now) {
        if (ended) {
            return;
        }
        try {
            job.run(now);
            fault = "";
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            var known = fault.equals(e.toString());
            fault = e.toString();
            if (!known) {
                LOG.error("'{}' failed; it is tried again with each tick, and not told again while it stays",
                        job.name(),
                        e);
            }
        }
    }

    Optional<JobScheduler.Next> next() {
        try {
            return job.next().map(at -> new JobScheduler.Next(job.name(), at, job.nextFor()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("'{}' could not say when it is due", job.name(), e);
            return Optional.empty();
        }
    }
}
