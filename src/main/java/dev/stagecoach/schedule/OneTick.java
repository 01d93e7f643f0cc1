package dev.stagecoach.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import dev.stagecoach.delivery.Due;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thing that becomes due: never run twice at the same time, and no fault of it leaves here. */
final class OneTick {
    private static final Logger LOG = LoggerFactory.getLogger(OneTick.class);

    private final Due due;
    private final Duration every;
    private final ReentrantLock running = new ReentrantLock();
    private boolean ended;

    OneTick(Tick tick) {
        this.due = tick.due();
        this.every = tick.every();
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
            due.run(now);
        } catch (RuntimeException e) {
            LOG.error("'{}' failed; it is tried again with the next tick", due.name(), e);
        }
    }

    Optional<Ticks.Next> next() {
        try {
            return due.next().map(at -> new Ticks.Next(due.name(), at));
        } catch (RuntimeException e) {
            LOG.error("'{}' could not say when it is due", due.name(), e);
            return Optional.empty();
        }
    }
}
