package dev.stagecoach.coaching.why;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.stagecoach.outbox.Job;

/** Remembers when this process last looked at what is due; kept in memory, because it is about this process. */
final class LastTick implements Job {
    private final AtomicReference<Optional<Instant>> last = new AtomicReference<>(Optional.empty());

    @Override
    public String name() {
        return "pulse";
    }

    @Override
    public void run(Instant now) {
        last.set(Optional.of(now));
    }

    /** Nothing that anybody waits for. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }

    Optional<Instant> last() {
        return last.get();
    }
}
