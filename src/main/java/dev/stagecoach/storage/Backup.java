package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** A copy of a SQLite database that is whole whatever is written meanwhile, and that its owner alone may read. */
public final class Backup {
    private Backup() {}

    /**
     * Copies.
     *
     * @param url of a SQLite database; a bot may be at work on it
     * @param to a file that does not exist yet, in a folder that does
     * @throws DatabaseUnusable where there is no such database, it is none of SQLite's, or the copy cannot be written
     */
    public static void make(String url, Path to) {
        if (!url.startsWith(SqliteFile.PREFIX)) {
            throw new DatabaseUnusable(url, "this copies SQLite files; for PostgreSQL use pg_dump", null);
        }
        var file = SqliteFile.of(url);
        if (!Files.isRegularFile(file)) {
            throw new DatabaseUnusable(url, "there is no such file", null);
        }
        try {
            SqliteFile.create(to);
            copy(file, to);
        } catch (FileAlreadyExistsException e) {
            throw new DatabaseUnusable(url, "the copy " + to + " exists already; name another file", e);
        } catch (IOException e) {
            throw new DatabaseUnusable(url, "the copy " + to + " cannot be written (" + e + ")", e);
        } catch (SQLException e) {
            throw new DatabaseUnusable(url, "it could not be copied to " + to + " (" + e.getMessage() + ")", e);
        }
    }

    /** Where it fails nothing stays, so that the same name can be tried again. */
    private static void copy(Path file, Path to) throws IOException, SQLException {
        SqliteLibrary.keepIn(Objects.requireNonNull(file.getParent()));
        var readOnly = new Properties();
        readOnly.setProperty("open_mode", "1");
        try (var connection = DriverManager.getConnection(SqliteFile.PREFIX + file, readOnly);
                var copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, to.toString());
            copy.execute();
        } catch (SQLException e) {
            Files.deleteIfExists(to);
            throw e;
        }
    }
}
