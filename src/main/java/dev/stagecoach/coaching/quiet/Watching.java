package dev.stagecoach.coaching.quiet;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.delivery.Due;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Looks at each team once a day. */
final class Watching implements Due {
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
        Due.each(database.read(tx -> watch.due(tx, now)), team -> "looking at team " + team,
                team -> database.change(tx -> look.at(tx, team, now)));
    }

    @Override
    public Optional<Instant> next() {
        return database.read(tx -> watch.first(tx));
    }
}
