package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.delivery.Due;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks each leader whose weekly question has come. */
final class WeekDue implements Due {
    private static final Logger LOG = LoggerFactory.getLogger(WeekDue.class);

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
        for (var row : database.read(tx -> week.store().due(tx, now))) {
            try {
                database.change(tx -> week.ask(tx, row, now));
            } catch (RuntimeException e) {
                LOG.error("the leader {} could not be asked", row.person(), e);
            }
        }
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> week.store().first(tx));
    }
}
