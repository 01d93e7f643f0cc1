package dev.stagecoach.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** Fresh databases for tests: a SQLite file, or a database of one embedded PostgreSQL server. */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Started by the first test that needs it. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = startServer();
    }

    private TestDatabases() {}

    public static Database sqlite() {
        return Database.open("jdbc:sqlite:" + newFile());
    }

    /** The path of a SQLite file that does not exist yet, in a folder of its own. */
    public static Path newFile() {
        try {
            var folder = Files.createTempDirectory("stagecoach");
            folder.toFile().deleteOnExit();
            return folder.resolve("stagecoach.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Database postgresql() {
        return Database.open(postgresqlUrl());
    }

    /** The URL of a new, empty database. */
    public static String postgresqlUrl() {
        var server = Server.RUNNING;
        var name = "stagecoach" + COUNT.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres startServer() {
        try {
            // What it writes outlives no power cut, and need not.
            var server = EmbeddedPostgres.builder().setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
