package dev.stagecoach.coaching.quiet;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.delivery.Due;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each team once a day. */
final class Watching implements Due {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Database database;
    private final WatchStore watch;
    private final Look look;

    /** Looks at one team. */
    @FunctionalInterface
    interface Look {
        void at(Transaction tx, TeamId team, Instant now);
    }

    Watching(Database database, WatchStore watch, Look look) {
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
        for (var team : database.read(tx -> watch.due(tx, now))) {
            try {
                database.change(tx -> look.at(tx, team, now));
            } catch (RuntimeException e) {
                LOG.error("team {} could not be looked at", team, e);
            }
        }
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> watch.first(tx));
    }
}
