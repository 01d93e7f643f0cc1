package dev.stagecoach.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line with its options and its help. */
@Command(name = "stagecoach", mixinStandardHelpOptions = true, versionProvider = CommandLineMain.Version.class, description = "Coaches teams of educators through taking up a new teaching practice, in Slack.", subcommands = {
        SandboxCommand.class, RunCommand.class, SimulateCommand.class, CheckCommand.class, CalendarCommand.class,
        HealthCommand.class, BackupCommand.class})
final class CommandLineMain {
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+(?==|$)");

    static int execute(String[] args) {
        var line = new CommandLine(new CommandLineMain());
        var usual = line.getParameterExceptionHandler();
        return line.setParameterExceptionHandler((fault, given) -> fault instanceof UnmatchedArgumentException unknown
                ? unknown(unknown)
                : usual.handleParseException(fault, given))
                .setExecutionExceptionHandler((fault, _, _) -> Launcher.failed(fault, System.err))
                .setCaseInsensitiveEnumValuesAllowed(true).execute(args.length == 0 ? new String[]{"--help"} : args);
    }

    /** Of what I do not know only options are named, without what stands behind them: that may be a password. */
    private static int unknown(UnmatchedArgumentException fault) {
        var options = fault.getUnmatched().stream().map(OPTION::matcher).filter(Matcher::lookingAt).map(Matcher::group)
                .distinct().toList();
        var err = fault.getCommandLine().getErr();
        err.println(options.isEmpty()
                ? "stagecoach: I do not know one of the words behind stagecoach."
                : "stagecoach: I do not know " + String.join(", ", options) + ".");
        if (!UnmatchedArgumentException.printSuggestions(fault, err)) {
            fault.getCommandLine().usage(err);
        }
        err.flush();
        return Launcher.UNUSABLE;
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
