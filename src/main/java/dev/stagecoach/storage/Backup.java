package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A copy of a SQLite database that is whole whatever is written meanwhile, and that its owner alone may read. */
public final class Backup {
    private static final String PREFIX = "jdbc:sqlite:";

    private Backup() {}

    /**
     * Copies.
     *
     * @param url of a SQLite database; a bot may be at work on it
     * @param to a file that does not exist yet, in a folder that does
     * @throws DatabaseUnusable where there is no such database, it is none of SQLite's, or the copy cannot be written
     */
    public static void make(String url, Path to) {
        if (!url.startsWith(PREFIX)) {
            throw new DatabaseUnusable(url, "this copies SQLite files; for PostgreSQL use pg_dump", null);
        }
        var file = Path.of(url.substring(PREFIX.length()).replaceAll("\\?.*", "")).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new DatabaseUnusable(url, "there is no such file", null);
        }
        try {
            reserve(to);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseUnusable(url, "the copy " + to + " exists already; name another file", e);
        } catch (IOException e) {
            throw new DatabaseUnusable(url, "the copy " + to + " cannot be written (" + e + ")", e);
        }
        copy(url, file, to);
    }

    /** Empty, and closed to others before anything stands in it. */
    private static void reserve(Path to) throws IOException {
        var folder = to.toAbsolutePath().normalize().getParent();
        if (folder != null && Files.isDirectory(folder)
                && Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.createFile(to, SqliteFile.ownersOnly());
        } else {
            Files.createFile(to);
        }
    }

    private static void copy(String url, Path file, Path to) {
        var readOnly = new Properties();
        readOnly.setProperty("open_mode", "1");
        try (var connection = DriverManager.getConnection(PREFIX + file, readOnly);
                var copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new DatabaseUnusable(url, "it could not be copied to " + to + " (" + e.getMessage() + ")", e);
        }
    }
}
