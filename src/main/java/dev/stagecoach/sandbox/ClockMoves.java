package dev.stagecoach.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Moves the clock on as if it had run: what becomes due on the way is done at its own moment. */
final class ClockMoves {
    /** How far one looks for something that people see: more than the longest holidays. */
    private static final Duration FURTHEST = Duration.ofDays(28);
    private static final int MOST_STEPS = 400;
    private final Workspace workspace;
    private final Supplier<List<NextThing>> coming;
    private final Runnable afterClockMoved;
    /** Until what was set going has been said; in real time. */
    private final Runnable settle;
    /** One move of the clock at a time. */
    private final ReentrantLock moving = new ReentrantLock();

    ClockMoves(Workspace workspace, Supplier<List<NextThing>> coming, Runnable afterClockMoved, Runnable settle) {
        this.workspace = workspace;
        this.coming = coming;
        this.afterClockMoved = afterClockMoved;
        this.settle = settle;
    }

    /** What is ahead; what stays due although its moment has come is not. Asks the bot, so never within the lock. */
    List<NextThing> ahead() {
        var now = workspace.clock.instant();
        return coming.get().stream().filter(thing -> thing.at().isAfter(now)).toList();
    }

    /** What is named on the clock: the first thing of which people usually see something. */
    Optional<NextThing> named() {
        var ahead = ahead();
        return ahead.stream().filter(NextThing::shows).findFirst().or(() -> ahead.stream().findFirst());
    }

    void to(Instant until) {
        moving.lock();
        try {
            move(until);
        } finally {
            moving.unlock();
        }
        workspace.board.state();
    }

    /** Goes on until there is something new to read somewhere, at most four weeks; empty where nothing came. */
    List<Happening> toNextSeen() {
        moving.lock();
        try {
            return seek(workspace.clock.instant().plus(FURTHEST));
        } finally {
            moving.unlock();
            workspace.board.state();
        }
    }

    private List<Happening> seek(Instant end) {
        var before = Happening.Snapshot.of(workspace);
        List<Happening> seen = List.of();
        var next = before(end);
        for (var step = 0; step < MOST_STEPS && next.isPresent() && seen.isEmpty(); step++) {
            move(next.get());
            settle.run();
            seen = Happening.since(before, workspace);
            next = before(end);
        }
        return seen;
    }

    private void move(Instant until) {
        for (var next = before(until); next.isPresent(); next = before(until)) {
            workspace.clock.moveTo(next.get());
            afterClockMoved.run();
        }
        workspace.clock.moveTo(until);
        afterClockMoved.run();
    }

    private Optional<Instant> before(Instant until) {
        return ahead().stream().map(NextThing::at).findFirst().filter(until::isAfter);
    }
}
