package dev.stagecoach.storage;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Tells by what goes wrong that a pooler such as PgBouncer stands before PostgreSQL, and what to do about it. */
final class PoolerHint {
    static final String WORDS = "a pooler such as PgBouncer gives each transaction to another session of the database;"
            + " add prepareThreshold=0 to DATABASE_URL, as in postgresql://.../stagecoach?prepareThreshold=0";

    /** "... already exists", "... does not exist", "... requires 1": another transaction had another session. */
    private static final String PREPARED = "prepared statement \"S_";

    private static final int OFTEN = 8;

    private PoolerHint() {}

    static boolean isMeant(SQLException fault) {
        return String.valueOf(fault.getMessage()).contains(PREPARED);
    }

    /**
     * Says the same often enough on two connections that the driver prepares it on both: behind a pooler these meet in
     * one session, and would do so again and again later.
     *
     * @throws IllegalStateException where they do
     */
    static void rehearse(DataSource source) {
        try (var one = source.getConnection(); var other = source.getConnection()) {
            for (var connection : List.of(one, other)) {
                try (var statement = connection.prepareStatement("select ?::integer")) {
                    for (var i = 0; i < OFTEN; i++) {
                        statement.setInt(1, i);
                        statement.executeQuery().close();
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The reason, with what to do where a pooler is the reason. */
    static String of(String reason) {
        if (reason.contains("unsupported startup parameter")) {
            return reason
                    + ". A pooler such as PgBouncer says so: set ignore_startup_parameters = extra_float_digits in"
                    + " its settings (pgbouncer.ini), or give the database's own address";
        }
        return reason.contains(PREPARED) ? reason + ". " + WORDS : reason;
    }
}
