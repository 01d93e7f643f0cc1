package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackupTest {
    @TempDir
    Path folder;

    @Test
    void aCopyMadeWhileTheBotRunsHoldsAllThatWasSaved_andOnlyItsOwnerReadsIt() throws IOException {
        var copy = folder.resolve("copy.db");
        try (var database = Database.open(url("a.db"))) {
            database.change(tx -> tx.handle().execute("create table note (words text)"));
            database.change(tx -> tx.handle().execute("insert into note values ('kept')"));
            Backup.make(url("a.db"), copy);
            database.change(tx -> tx.handle().execute("insert into note values ('later')"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy))).isEqualTo("rw-------");
        assertThat(folder.resolve("copy.db-wal")).doesNotExist();
        try (var database = Database.open("jdbc:sqlite:" + copy)) {
            assertThat(database.<String>read(tx -> tx.handle().createQuery("select words from note")
                    .mapTo(String.class).one())).isEqualTo("kept");
        }
    }

    @Test
    void whatCannotBeCopiedIsRefused_andNothingIsWrittenOver() throws IOException {
        var there = Files.writeString(folder.resolve("there"), "mine");
        assertThatThrownBy(() -> Backup.make(url("gone.db"), folder.resolve("copy")))
                .isInstanceOf(DatabaseUnusable.class).hasMessageContaining("gone.db").hasMessageContaining("no such");
        Database.open(url("a.db")).close();
        assertThatThrownBy(() -> Backup.make(url("a.db"), there)).hasMessageContaining("exists already");
        assertThat(there).hasContent("mine");
        assertThatThrownBy(() -> Backup.make(url("a.db"), folder.resolve("no/such/folder")))
                .isInstanceOf(DatabaseUnusable.class).hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> Backup.make("jdbc:postgresql://u:secret@h/d", folder.resolve("copy")))
                .hasMessageContaining("pg_dump").hasMessageNotContaining("secret");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @Test
    void ofACopyThatFailsNothingStays() throws IOException {
        Files.writeString(folder.resolve("text.db"), "this is no database".repeat(100));
        assertThatThrownBy(() -> Backup.make(url("text.db"), folder.resolve("copy")))
                .isInstanceOf(DatabaseUnusable.class).hasMessageContaining("could not be copied");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    private String url(String file) {
        return "jdbc:sqlite:" + folder.resolve(file);
    }
}
