package dev.stagecoach.cli;

import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line with its options and its help. */
@Command(name = "stagecoach", mixinStandardHelpOptions = true, versionProvider = CommandLineMain.Version.class, description = "Coaches teams of educators through taking up a new teaching practice, in Slack.", subcommands = {
        SandboxCommand.class, RunCommand.class, SimulateCommand.class, CheckCommand.class, CalendarCommand.class,
        HealthCommand.class, BackupCommand.class})
final class CommandLineMain {

    static int execute(String[] args) {
        return new CommandLine(new CommandLineMain())
                .setExecutionExceptionHandler((fault, _, _) -> Launcher.failed(fault, System.err))
                .setCaseInsensitiveEnumValuesAllowed(true).execute(args.length == 0 ? new String[]{"--help"} : args);
    }

    /** The version of the jar; "development" where it runs from class folders. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion());
            return new String[]{"stagecoach " + version.orElse("development")};
        }
    }
}
