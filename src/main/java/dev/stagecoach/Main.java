package dev.stagecoach;

import java.util.Optional;

import dev.stagecoach.calendar.CalendarUnusable;
import dev.stagecoach.guide.GuideUnusable;
import dev.stagecoach.settings.SettingsUnusable;
import dev.stagecoach.storage.DatabaseUnusable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;

/** The command line. Exit codes: 0 done, 1 something failed, 2 something in the call or the settings is wrong. */
@Command(name = "stagecoach", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Coaches teams of educators through taking up a new teaching practice, in Slack.", subcommands = {
        SandboxCommand.class, RunCommand.class, CheckCommand.class, HealthCommand.class})
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int UNUSABLE = 2;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args.length == 0 ? new String[]{"--help"} : args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(faults());
    }

    /** Says what is wrong in a line; only a fault of the program itself prints a stack trace. */
    private static IExecutionExceptionHandler faults() {
        return (fault, line, _) -> switch (fault) {
            case SettingsUnusable e -> refuse(line, e);
            case GuideUnusable e -> refuse(line, e);
            case DatabaseUnusable e -> refuse(line, e);
            case CalendarUnusable e -> refuse(line, e);
            case Unstartable e -> refuse(line, e);
            default -> {
                LoggerFactory.getLogger(Main.class).error("stopped by a fault", fault);
                yield FAILED;
            }
        };
    }

    private static int refuse(CommandLine line, RuntimeException e) {
        line.getErr().println("stagecoach: " + e.getMessage());
        return UNUSABLE;
    }

    /** The version of the jar; "development" where it runs from class folders. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
            return new String[]{"stagecoach " + version.orElse("development")};
        }
    }
}
