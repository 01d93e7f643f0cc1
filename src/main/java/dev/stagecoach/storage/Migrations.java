package dev.stagecoach.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a database up to date. Flyway does it; but loading Flyway is what costs a start most, so a database that has
 * recorded the newest migration already is left to work without it.
 */
final class Migrations {
    /** Keep in step with the newest file in src/main/resources/db/migration; a test holds it. */
    static final String NEWEST = "V1__baseline.sql";

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    static void run(DataSource source) {
        if (!upToDate(source)) {
            Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
        }
    }

    static boolean upToDate(DataSource source) {
        try (var connection = source.getConnection()) {
            return hasHistory(connection) && recorded(connection);
        } catch (SQLException e) {
            LOG.debug("the migrations could not be looked up; Flyway does it", e);
            return false;
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            return tables.next();
        }
    }

    /** A failed migration is Flyway's to report, so every row must be a success. */
    private static boolean recorded(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select count(case when script = ? then 1 end), count(case when success then null else 1 end)
                from flyway_schema_history
                """)) {
            statement.setString(1, NEWEST);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 1 && row.getInt(2) == 0;
            }
        }
    }
}
