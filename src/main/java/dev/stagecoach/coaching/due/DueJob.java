package dev.stagecoach.coaching.due;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Once a week for each team: tells those whom no check-in tells what is due for them. */
final class DueJob implements Job {
    private final Database database;
    private final DueStore store;
    private final Telling telling;

    /** Tells one team's people. */
    @FunctionalInterface
    interface Telling {
        void tell(Transaction tx, DueStore.Slot slot, Instant now);
    }

    DueJob(Database database, DueStore store, Telling telling) {
        this.database = database;
        this.store = store;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "what is due";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> store.due(tx, now)), slot -> "telling team " + slot.team() + " what is due",
                slot -> database.change(tx -> telling.tell(tx, slot, now)));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(store::first);
    }
}
