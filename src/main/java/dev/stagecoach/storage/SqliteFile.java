package dev.stagecoach.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file behind a SQLite URL. */
final class SqliteFile {
    private static final String PREFIX = "jdbc:sqlite:";

    private SqliteFile() {}

    /** SQLite makes the file but not its folder. */
    static void prepareFolder(String url) {
        var parent = Path.of(url.substring(PREFIX.length()).replaceAll("\\?.*", "")).toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        try {
            Files.createDirectories(parent);
            SqliteLibrary.keepIn(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder " + parent, e);
        }
    }
}
