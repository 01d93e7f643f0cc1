package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.storage.Database;

/** Asks each leader whose weekly question has come. */
final class WeeklyQuestionJob implements Job {
    private final Database database;
    private final WeeklyQuestion week;

    WeeklyQuestionJob(Database database, WeeklyQuestion week) {
        this.database = database;
        this.week = week;
    }

    @Override
    public String name() {
        return "leaders' weekly question";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> week.store().due(tx, now)), row -> "asking the leader " + row.person(),
                row -> database.change(tx -> week.ask(tx, row, now)));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> week.store().first(tx));
    }
}
