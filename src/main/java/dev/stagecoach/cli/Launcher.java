package dev.stagecoach.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.stagecoach.guide.GuideUnusable;
import dev.stagecoach.settings.SettingsUnusable;
import dev.stagecoach.storage.DatabaseUnusable;
import dev.stagecoach.storage.SecretMask;
import org.slf4j.LoggerFactory;

/**
 * Starts what the command line asks for. Exit codes: 0 done, 1 something failed, 2 something in the call or the settings is wrong, 3
 * stopped by itself because only a new start helps.
 *
 * <p>Plain {@code stagecoach run} needs no parser of options. It is how the bot runs for good, and loading the parser
 * takes a third of its start: picocli's classes are too old for a class cache.
 */
public final class Launcher {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int UNUSABLE = 2;
    static final int STOPPED_ITSELF = 3;

    private static final String TOLD_TO_ALL = "an argument holds a token or a password, and everybody on this machine can"
            + " read the arguments of a process. Put it into the environment or the settings file, whose keys stand in"
            + " config/stagecoach.yml, and change it if it is in use.";

    private Launcher() {}

    /** @return the exit code */
    public static int launch(String[] args) {
        LastResort.install();
        MaskedOutput.install();
        if (Stream.of(args).anyMatch(argument -> !argument.equals(SecretMask.of(argument)))) {
            return refuse(new Unstartable(TOLD_TO_ALL), System.err);
        }
        return Arrays.equals(args, new String[]{Running.WORD}) ? run() : CommandLineMain.execute(args);
    }

    private static int run() {
        try {
            return new Running(new SettingsOptions(), System.out).untilStopped();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        } catch (RuntimeException e) {
            return failed(e, System.err);
        }
    }

    /** Says what is wrong in a line; only a fault of the program itself prints a stack trace. */
    static int failed(Exception fault, PrintStream err) {
        return switch (fault) {
            case SettingsUnusable e -> refuse(e, err);
            case GuideUnusable e -> refuse(e, err);
            case DatabaseUnusable e -> refuse(e, err);
            case Unstartable e -> refuse(e, err);
            default -> {
                LoggerFactory.getLogger(Launcher.class).error("stopped by a fault", fault);
                yield FAILED;
            }
        };
    }

    private static int refuse(RuntimeException e, PrintStream err) {
        err.println("stagecoach: " + e.getMessage());
        return UNUSABLE;
    }
}
