package dev.stagecoach.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file behind a SQLite URL, this process's own while it is open. SQLite's locks keep a file whole, but two bots on
 * one file would share their work out no better than they wait for each other, and one of them could be an old one.
 */
final class SqliteFile implements AutoCloseable {
    static final String PREFIX = "jdbc:sqlite:";
    private static final Set<String> NETWORKED = Set.of("nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afs", "afpfs",
            "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.s3fs", "lustre", "webdav");
    /** A process that locks a file twice loses the lock when it closes either. */
    private static final Map<Path, SqliteFile> OPEN = new HashMap<>();

    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Optional<FileChannel> lock;
    private int users = 1;

    private SqliteFile(Path file, Optional<FileChannel> lock) {
        this.file = file;
        this.lock = lock;
    }

    /** The file that a SQLite URL names. */
    static Path of(String url) {
        return Path.of(url.substring(PREFIX.length()).replaceAll("\\?.*", "")).toAbsolutePath().normalize();
    }

    /** SQLite makes the file but not its folder. A process may open a file more than once. */
    static SqliteFile open(String url) throws IOException {
        var file = of(url);
        var parent = file.getParent();
        if (parent == null || url.contains(":memory:")) {
            return new SqliteFile(file, Optional.empty());
        }
        try {
            Files.createDirectories(parent, ownersFolder());
        } catch (IOException e) {
            throw new IllegalStateException("cannot create the folder " + parent + " (" + e + ")");
        }
        refuseNetworked(Files.getFileStore(parent).type());
        SqliteLibrary.keepIn(parent);
        var mine = locked(file);
        try {
            ownersOnly(file);
            return mine;
        } catch (IOException e) {
            mine.close();
            throw e;
        }
    }

    /** A folder that is not there yet is for nobody else; one that is stays as somebody made it. */
    private static FileAttribute<?>[] ownersFolder() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))}
                : new FileAttribute<?>[0];
    }

    /** Nobody else on this machine may read it; SQLite gives the files that it makes beside it the same mode. */
    private static void ownersOnly(Path file) throws IOException {
        if (!knowsModes(file)) {
            return;
        }
        if (Files.notExists(file)) {
            create(file);
        }
        for (var ending : List.of("", "-wal", "-shm", "-journal")) {
            var one = file.resolveSibling(file.getFileName() + ending);
            if (Files.isRegularFile(one) && !OWNERS.containsAll(Files.getPosixFilePermissions(one))) {
                close(one);
            }
        }
    }

    private static boolean knowsModes(Path file) throws IOException {
        return Files.getFileStore(Objects.requireNonNull(file.toAbsolutePath().getParent()))
                .supportsFileAttributeView(PosixFileAttributeView.class);
    }

    /** An empty file that its owner alone may read, before anything stands in it. */
    static void create(Path file) throws IOException {
        if (knowsModes(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
        } else {
            Files.createFile(file);
        }
    }

    private static void close(Path file) {
        try {
            Files.setPosixFilePermissions(file, OWNERS);
        } catch (IOException e) {
            LOG.warn(
                    "others on this machine may read {}, and its mode could not be changed ({}); let it belong to the account"
                            + " that runs me, with mode 600",
                    file, e.toString());
        }
    }

    /** @param type of a file system, as the system names it */
    static void refuseNetworked(String type) {
        if (NETWORKED.contains(type)) {
            throw new IllegalStateException("its folder is on a network file system (" + type
                    + "), where SQLite's locks"
                    + " do not hold and data get lost. Put the file on a disk of this machine, or use PostgreSQL");
        }
    }

    private static SqliteFile locked(Path file) throws IOException {
        synchronized (OPEN) {
            var known = OPEN.get(file);
            if (known != null) {
                known.users++;
                return known;
            }
            var fresh = new SqliteFile(file, Optional.of(lock(file)));
            OPEN.put(file, fresh);
            return fresh;
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        var channel = channel(file.resolveSibling(file.getFileName() + ".lock"));
        if (channel.tryLock() == null) {
            channel.close();
            throw new DatabaseInUse();
        }
        return channel;
    }

    private static FileChannel channel(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException("its folder cannot be written (" + e + "). In a container whose file system"
                    + " is read-only, the data need a volume of their own");
        }
    }

    /** The lock's file stays: who removes it could take it from somebody who has just opened it. */
    @Override
    public void close() {
        synchronized (OPEN) {
            users--;
            if (users == 0 && lock.isPresent()) {
                OPEN.remove(file);
                try {
                    lock.get().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
