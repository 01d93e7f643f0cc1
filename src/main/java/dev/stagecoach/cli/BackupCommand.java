package dev.stagecoach.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import dev.stagecoach.settings.Settings;
import dev.stagecoach.storage.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the database while the bot runs. */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Copies the SQLite database to a new file that only its owner can read. The bot may be running.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "The copy; it must not exist yet.")
    Path copy = Path.of("");

    @Override
    public Integer call() {
        Backup.make(options.settings(Settings.DEFAULT_PORT).databaseUrl(), copy);
        spec.commandLine().getOut().println("The copy is in " + copy + ".");
        return Launcher.DONE;
    }
}
