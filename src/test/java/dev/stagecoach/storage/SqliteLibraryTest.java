package dev.stagecoach.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteLibraryTest {
    @TempDir
    Path folder;

    @Test
    void theLibraryIsUnpackedWholeAndOnce() throws IOException {
        SqliteLibrary.unpack(folder);
        var library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
        try (var packed = SqliteLibrary.packed()) {
            assertThat(library).hasBinaryContent(packed.readAllBytes());
        }
        var unpacked = Files.getLastModifiedTime(library);
        SqliteLibrary.unpack(folder);
        assertThat(Files.getLastModifiedTime(library)).isEqualTo(unpacked);
        assertThat(folder).isDirectoryContaining(library::equals);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(library);
        }
    }
}
