package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.Retention;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a day, and at each start: what has been kept as long as it is to be goes, unless a legal hold says no. */
final class RetentionJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final RetentionStore store = new RetentionStore();
    private final Database database;
    private final Retention retention;
    private LocalDate done = LocalDate.MIN;
    /** Rows are gone that the database's journal may still hold. */
    private boolean journaled;

    RetentionJob(Database database, Retention retention) {
        this.database = database;
        this.retention = retention;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public void run(Instant now) {
        if (!retention.legalHold() && done.isBefore(Term.day(now))) {
            var gone = database.write(tx -> store.expire(tx, retention.terms(), now));
            if (!gone.isEmpty()) {
                LOG.info("deleted because its time was over, rows by table: {}", gone);
                journaled = true;
            }
            done = Term.day(now);
        }
        if (journaled) {
            journaled = !database.emptyJournal();
        }
    }

    /** None that anybody waits for. */
    @Override
    public Optional<Instant> next() {
        return Optional.empty();
    }
}
