package dev.stagecoach.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Does in one go what comes at the same time, in the order in which it came. One of those who wait does it for all, and
 * nobody waits for more to come: how many go together depends on how long the work takes.
 */
public final class GroupCommit<A> {
    private final int most;
    private final Consumer<List<A>> work;
    private final Queue<Waiting<A>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock working = new ReentrantLock();

    /**
     * @param most so many go together
     * @param work keeps what became of each; what it throws, only the one who did it for all hears of
     */
    public GroupCommit(int most, Consumer<List<A>> work) {
        this.most = most;
        this.work = work;
    }

    /** Returns when the work that held this is done. */
    public void bring(A one) {
        var mine = new Waiting<>(one, Thread.currentThread());
        waiting.add(mine);
        var interrupted = false;
        while (!mine.done) {
            if (working.tryLock()) {
                workTogether();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called with the lock, which is free afterwards. Whoever came meanwhile is woken to go on. */
    private void workTogether() {
        var together = new ArrayList<Waiting<A>>();
        try {
            for (var next = waiting.poll(); next != null; next = together.size() < most ? waiting.poll() : null) {
                together.add(next);
            }
            if (!together.isEmpty()) {
                work.accept(together.stream().map(one -> one.what).toList());
            }
        } finally {
            working.unlock();
            together.forEach(Waiting::finish);
            Optional.ofNullable(waiting.peek()).ifPresent(next -> LockSupport.unpark(next.caller));
        }
    }

    private static final class Waiting<A> {
        private final A what;
        private final Thread caller;
        private volatile boolean done;

        private Waiting(A what, Thread caller) {
            this.what = what;
            this.caller = caller;
        }

        private void finish() {
            done = true;
            LockSupport.unpark(caller);
        }
    }
}
