package dev.stagecoach.app;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.AccessLog;
import dev.stagecoach.storage.Database;

/** Writes who was shown what by a message or on the Home tab, which no call of theirs writes. */
public final class AccessLogJob implements Job {
    private final Database database;
    private final AccessLog log;

    public AccessLogJob(Database database, AccessLog log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public String name() {
        return "access log";
    }

    @Override
    public void run(Instant now) {
        log.write(database, now);
    }

    /** None that anybody waits for. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
