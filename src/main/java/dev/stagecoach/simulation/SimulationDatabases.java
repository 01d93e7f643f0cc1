package dev.stagecoach.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where stories take place: each in a database of its own, which is gone afterwards.
 *
 * @param postgresql a JDBC URL whose user may create schemas; SQLite files where it is empty
 */
public record SimulationDatabases(Optional<String> postgresql) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** An empty database. */
    record Plot(String url, Runnable clearing) implements AutoCloseable {
        @Override
        public void close() {
            clearing.run();
        }
    }

    Plot fresh() {
        return postgresql.map(SimulationDatabases::schema).orElseGet(SimulationDatabases::file);
    }

    private static Plot schema(String url) {
        var name = "story_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        execute(url, "create schema " + name);
        return new Plot(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name,
                () -> execute(url, "drop schema " + name + " cascade"));
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the simulation: " + e.getMessage(), e);
        }
    }

    private static Plot file() {
        try {
            var folder = Files.createTempDirectory("stagecoach-story");
            return new Plot("jdbc:sqlite:" + folder.resolve("story.db"), () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place for the simulation's database", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the simulation's folder stays behind: " + folder, e);
        }
    }
}
