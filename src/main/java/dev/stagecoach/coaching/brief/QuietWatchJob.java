package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.outbox.Job;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Looks at each team once a day. */
final class QuietWatchJob implements Job {
    private final Database database;
    private final QuietWatchStore watch;
    private final Look look;

    /** Looks at one team. */
    @FunctionalInterface
    interface Look {
        void at(Transaction tx, TeamId team, Instant now);
    }

    QuietWatchJob(Database database, QuietWatchStore watch, Look look) {
        this.database = database;
        this.watch = watch;
        this.look = look;
    }

    @Override
    public String name() {
        return "quiet teams";
    }

    @Override
    public void run(Instant now) {
        Job.each(database.read(tx -> watch.due(tx, now)), team -> "looking at team " + team,
                team -> database.change(tx -> look.at(tx, team, now)));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> watch.first(tx));
    }
}
