package dev.stagecoach.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteException;

/** Tells what is wrong with the database from what is wrong with a call, and says so in the log once. */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final AtomicReference<String> known = new AtomicReference<>("");

    /** What the caller is to be told: that the database is unavailable, or his own fault as it is. */
    RuntimeException told(RuntimeException fault) {
        return reason(fault).<RuntimeException>map(reason -> {
            if (!known.getAndSet(reason).equals(reason)) {
                LOG.error("nothing can be saved: {}. I keep trying", reason);
            }
            return new DatabaseUnavailable(reason);
        }).orElse(fault);
    }

    /** Something was saved. */
    void over() {
        if (!known.get().isEmpty() && !known.getAndSet("").isEmpty()) {
            LOG.info("the database takes changes again");
        }
    }

    static Optional<String> reason(Throwable fault) {
        return Stream.iterate(fault, one -> one != null, Throwable::getCause).flatMap(one -> switch (one) {
            case SQLiteException e -> sqlite(e.getErrorCode()).stream();
            case SQLTransientConnectionException _ -> Stream.of("the database does not answer");
            case SQLException e when PoolerHint.isMeant(e) -> Stream.of(PoolerHint.WORDS);
            case SQLException e -> postgresql(String.valueOf(e.getSQLState())).stream();
            default -> Stream.<String>empty();
        }).findFirst();
    }

    /** By SQLite's primary result codes. */
    private static Optional<String> sqlite(int code) {
        return Optional.ofNullable(switch (code & 0xff) {
            case 5, 6 -> "another program has locked the database file";
            case 8 -> "the database file is read-only";
            case 10 -> "the disk with the database file reports an error";
            case 13 -> "the disk with the database file is full";
            case 14 -> "the database file cannot be opened";
            default -> null;
        });
    }

    private static Optional<String> postgresql(String state) {
        if (state.equals("53100")) {
            return Optional.of("the database's disk is full");
        }
        if (state.equals("25006")) {
            return Optional.of("the database is read-only");
        }
        if (state.equals("55P03")) {
            return Optional.of("somebody else has locked the database");
        }
        if (state.startsWith("53")) {
            return Optional.of("the database has no room for another connection");
        }
        return state.startsWith("08") || state.startsWith("57P")
                ? Optional.of("the database does not answer")
                : Optional.empty();
    }
}
