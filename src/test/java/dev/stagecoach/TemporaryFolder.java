package dev.stagecoach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The folder for temporary files is the build's own, so that nothing of a test run stays elsewhere; what the run before
 * has left there is thrown away. The unpacked PostgreSQL stays.
 */
public final class TemporaryFolder implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (var left = Files.newDirectoryStream(folder, one -> Files.isDirectory(one)
                && one.getFileName().toString().matches("stagecoach[-a-z]*\\d+"))) {
            for (var each : left) {
                delete(each);
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
