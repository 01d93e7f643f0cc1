package dev.stagecoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The folder for temporary files, which the build has below target: made before the first test, with what the run before
 * left there thrown away. The unpacked PostgreSQL stays.
 */
public final class TemporaryFolder implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Files.createDirectories(folder);
            try (var left = Files.newDirectoryStream(folder, "stagecoach*")) {
                for (var each : left) {
                    delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
