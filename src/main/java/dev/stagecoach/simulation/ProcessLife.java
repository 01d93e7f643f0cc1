package dev.stagecoach.simulation;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The life of one process. It passes points: before and after each commit, before and after each call to the
 * workspace. At any of them it may end, as by kill -9: nothing of it is written or sent afterwards.
 */
final class ProcessLife {
    private static final long NEVER = Long.MAX_VALUE;

    private final AtomicLong left = new AtomicLong(NEVER);
    private volatile boolean over;

    /** Whoever works on in a process that has ended gets this. An error, because no process handles its own end. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("the process has ended", null, false, false);
        }
    }

    /** It ends at one of the next points; 1 is the very next. */
    void endAfter(int points) {
        left.set(points);
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** @throws Ended where it has ended, or does now */
    void point() {
        if (!over && left.get() != NEVER && left.decrementAndGet() <= 0) {
            over = true;
        }
        if (over) {
            throw new Ended();
        }
    }
}
