package dev.stagecoach.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once and kept beside the database. The driver by itself unpacks it at every start
 * and compares the copy byte by byte, which costs a start as much as opening the database.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";

    private SqliteLibrary() {}

    /** Lets the driver load the kept library; where it cannot be kept, the driver goes its own way. */
    static void keepIn(Path folder) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        try {
            var kept = folder.resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
            unpack(kept);
            System.setProperty(FOLDER, kept.toString());
            System.setProperty(NAME, LibraryLoaderUtil.getNativeLibName());
        } catch (IOException e) {
            LOG.debug("SQLite's library is not kept in {}", folder, e);
        }
    }

    static void unpack(Path folder) throws IOException {
        var library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        if (Files.exists(library)) {
            return;
        }
        Files.createDirectories(folder);
        var fresh = Files.createTempFile(folder, "unpacking", "");
        try (var packed = packed()) {
            Files.copy(packed, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    static InputStream packed() throws IOException {
        var name = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + LibraryLoaderUtil.getNativeLibName();
        var stream = SqliteLibrary.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("the driver has no library for this machine: " + name);
        }
        return stream;
    }
}
