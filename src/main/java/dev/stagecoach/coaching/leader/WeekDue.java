package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.delivery.Due;
import dev.stagecoach.storage.Database;

/** Asks each leader whose weekly question has come. */
final class WeekDue implements Due {
    private final Database database;
    private final Week week;

    WeekDue(Database database, Week week) {
        this.database = database;
        this.week = week;
    }

    @Override
    public String name() {
        return "leaders' weekly question";
    }

    @Override
    public void run(Instant now) {
        Due.each(database.read(tx -> week.store().due(tx, now)), row -> "asking the leader " + row.person(),
                row -> database.change(tx -> week.ask(tx, row, now)));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> week.store().first(tx));
    }
}
