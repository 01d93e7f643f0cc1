package dev.stagecoach.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SettingsFile;
import picocli.CommandLine.Option;

/** Where the settings come from; shared by the commands that need them. */
final class SettingsOptions {
    private static final Path DEFAULT_FILE = Path.of("config/stagecoach.yml");

    @Option(names = "--config", paramLabel = "FILE", description = "The settings file (default: config/stagecoach.yml).")
    Optional<Path> file = Optional.empty();

    /** The settings; a file that was named must exist. */
    Settings settings(int defaultPort) {
        file.filter(named -> !Files.exists(named)).ifPresent(missing -> {
            throw new Unstartable("there is no settings file " + missing);
        });
        return SettingsFile.read(file.orElse(DEFAULT_FILE), System.getenv(), defaultPort);
    }
}
