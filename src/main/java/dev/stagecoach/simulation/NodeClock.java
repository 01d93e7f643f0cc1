package dev.stagecoach.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of one machine: the workspace's, a little fast or slow, and set forth and back. */
final class NodeClock extends Clock {
    private final Clock right;
    private volatile Duration off = Duration.ZERO;

    NodeClock(Clock right) {
        this.right = right;
    }

    void set(Duration fast) {
        off = fast;
    }

    @Override
    public Instant instant() {
        return right.instant().plus(off);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the bot reads instants only");
    }
}
