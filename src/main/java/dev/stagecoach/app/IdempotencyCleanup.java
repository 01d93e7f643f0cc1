package dev.stagecoach.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.storage.Database;

/** Forgets handled calls after a week, and after an hour what was answered: that may be a person's own words. */
public final class IdempotencyCleanup implements Job {
    static final Duration CALLS = Duration.ofDays(7);
    static final Duration ANSWERS = Duration.ofHours(1);
    private static final int BATCH = 500;
    /** How many batches one tick takes, so that it holds up nobody; the next tick goes on. */
    private static final int BATCHES = 20;

    private final Database database;
    private final IdempotencyStore store = new IdempotencyStore();

    public IdempotencyCleanup(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "forgetting handled calls";
    }

    @Override
    public void run(Instant now) {
        for (var batch = 0; batch < BATCHES && isOld(now); batch++) {
            database.change(tx -> {
                store.forget(tx, now.minus(CALLS), BATCH);
                store.forgetAnswers(tx, now.minus(ANSWERS), BATCH);
            });
        }
    }

    private boolean isOld(Instant now) {
        return database.read(tx -> store.isOld(tx, now.minus(CALLS), now.minus(ANSWERS)));
    }

    /** None that anybody waits for. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
