package dev.stagecoach.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * Fresh databases for tests: a SQLite file, or a database of one embedded PostgreSQL server. Each is a copy of one that
 * was migrated once.
 */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A migrated file, made by the first test that needs it. */
    private static final class SqliteTemplate {
        private static final byte[] FILE = migrated();

        private static byte[] migrated() {
            var file = newFile();
            Database.open("jdbc:sqlite:" + file).close();
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Started by the first test that needs it. */
    private static final class Server {
        private static final String TEMPLATE = "template_stagecoach";
        private static final EmbeddedPostgres RUNNING = migrated(startServer());

        private static EmbeddedPostgres migrated(EmbeddedPostgres server) {
            create(server, TEMPLATE, "template1");
            Database.open(server.getJdbcUrl("postgres", TEMPLATE)).close();
            return server;
        }
    }

    private TestDatabases() {}

    public static Database sqlite() {
        return Database.open("jdbc:sqlite:" + migrated(newFile()));
    }

    /** The path of a SQLite file that does not exist yet, in a folder of its own. */
    public static Path newFile() {
        try {
            return Files.createTempDirectory("stagecoach").resolve("stagecoach.db");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes this file an empty SQLite database that is migrated already. */
    public static Path migrated(Path file) {
        try {
            return Files.write(file, SqliteTemplate.FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Database postgresql() {
        return Database.open(postgresqlUrl());
    }

    /** The URL of a new database, migrated and empty. */
    public static String postgresqlUrl() {
        return copyOf(Server.TEMPLATE);
    }

    /** The URL of a new database without a table. */
    public static String postgresqlUrlWithoutTables() {
        return copyOf("template1");
    }

    private static String copyOf(String template) {
        var name = "stagecoach" + COUNT.incrementAndGet();
        create(Server.RUNNING, name, template);
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** One at a time: the server copies no template that another copy is being made of. */
    private static synchronized void create(EmbeddedPostgres server, String name, String template) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres startServer() {
        try {
            var data = Files.createTempDirectory("stagecoach-postgresql");
            // What it writes outlives no power cut, and need not.
            var server = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off")
                    .setServerConfig("synchronous_commit", "off").start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, data)));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hundreds of databases: they are deleted while the build goes on. */
    private static void close(EmbeddedPostgres server, Path data) {
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", data.toString()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
