package dev.stagecoach.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SqliteFileTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsForOneProcess_andForTheNextOneAfterIt() throws IOException, InterruptedException {
        var url = "jdbc:sqlite:" + folder.resolve("a.db");
        var other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("java.class.path"), FileHolder.class.getName(), url)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> Database.open(url)).isInstanceOfSatisfying(DatabaseUnusable.class,
                    e -> assertThat(e.inUse()).isTrue()).hasMessageContainingAll("a.db", "another process");
        } finally {
            other.destroyForcibly().waitFor();
        }
        Database.open(url).close();
    }

    @Test
    void aProcessMayOpenItTwice_andLetsGoOfItWithTheLast() throws IOException {
        var url = "jdbc:sqlite:" + folder.resolve("a.db");
        var first = SqliteFile.open(url);
        SqliteFile.open(url).close();
        assertThat(SqliteFile.open(url)).isSameAs(first);
        first.close();
        first.close();
        var fresh = SqliteFile.open(url);
        assertThat(fresh).isNotSameAs(first);
        fresh.close();
    }

    /** The journal beside it too; a file from before is closed to others at the next start. */
    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        var file = folder.resolve("a.db");
        try (var database = Database.open("jdbc:sqlite:" + file)) {
            assertThat(database.trouble()).isEmpty();
            for (var ending : List.of("", "-wal", "-shm")) {
                assertThat(mode(ending)).as("a.db" + ending).isEqualTo("rw-------");
            }
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Database.open("jdbc:sqlite:" + file).close();
        assertThat(mode("")).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatWasNotThereIsItsOwnersAlone() throws IOException {
        var there = Files.createDirectory(folder.resolve("there"));
        Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxr-x---"));
        Database.open("jdbc:sqlite:" + there.resolve("new/data/a.db")).close();
        assertThat(mode(there)).isEqualTo("rwxr-x---");
        assertThat(mode(there.resolve("new"))).isEqualTo("rwx------");
        assertThat(mode(there.resolve("new/data"))).isEqualTo("rwx------");
    }

    /** What a query sorts or a migration copies would else stand in a file elsewhere. */
    @Test
    void nothingIsSetAsideInTemporaryFiles() {
        try (var database = Database.open("jdbc:sqlite:" + folder.resolve("a.db"))) {
            assertThat(database.<Integer>read(SqliteFileTest::setAside)).isEqualTo(2);
            assertThat(database.<Integer>write(SqliteFileTest::setAside)).isEqualTo(2);
        }
    }

    private static int setAside(Transaction tx) {
        return tx.handle().createQuery("pragma temp_store").mapTo(Integer.class).one();
    }

    private String mode(String ending) throws IOException {
        return mode(folder.resolve("a.db" + ending));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aNetworkFileSystemIsRefusedWithTheReason() {
        assertThatThrownBy(() -> SqliteFile.refuseNetworked("nfs4")).hasMessageContainingAll(
                "network file system (nfs4)",
                "PostgreSQL");
        assertThatCode(() -> SqliteFile.refuseNetworked("ext4")).doesNotThrowAnyException();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Database.open("jdbc:sqlite:" + file.resolve("a.db")))
                .isInstanceOf(DatabaseUnusable.class).hasMessageContaining("cannot create the folder");
    }

    @Test
    void noPasswordIsPrinted_andAPoolerIsTold() {
        assertThat(new DatabaseUnusable("jdbc:postgresql://h/d?user=u&password=hush&ssl=true", "cannot parse"
                + " jdbc:postgresql://h/d?user=u&password=hush or postgres://u:hush@h/d", null).getMessage())
                .doesNotContain("hush").contains("user=u", "ssl=true", "//u:***@h/d");
        assertThat(PoolerHint.of("ERROR: unsupported startup parameter: extra_float_digits"))
                .contains("ignore_startup_parameters");
        assertThat(PoolerHint.of("prepared statement \"S_1\" already exists")).contains("prepareThreshold=0");
    }
}
