package dev.stagecoach.coaching.feedback;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.People;
import dev.stagecoach.storage.Database;

/** Begins the next turn of threads where the present one has lasted its time. */
final class TurnTimeoutJob implements Job {
    private final FeedbackStore store = new FeedbackStore();
    private final Database database;
    private final People people;
    private final ProtocolProgress turns;

    TurnTimeoutJob(Database database, People people, ProtocolProgress turns) {
        this.database = database;
        this.people = people;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "turns of feedback threads";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> store.due(tx, now)), id -> "feedback thread " + id,
                id -> database.change(tx -> store.find(tx, id)
                        // The clock reads it on its presenter's behalf.
                        .flatMap(closed -> people.gate().open(tx, closed.author(), closed))
                        .filter(thread -> thread.course().until().filter(end -> !end.isAfter(now)).isPresent())
                        .ifPresent(thread -> turns.moveOn(tx, thread, now))));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(store::first);
    }
}
