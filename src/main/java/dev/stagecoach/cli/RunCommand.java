package dev.stagecoach.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the bot against Slack until it is stopped. */
@Command(name = Running.WORD, mixinStandardHelpOptions = true, description = "Runs the bot against Slack.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    SettingsOptions options;

    @Option(names = "--exit-when-ready", description = "Stops as soon as it is ready, to train a class cache.")
    boolean exitWhenReady;

    @Override
    public Integer call() throws InterruptedException {
        var running = new Running(options, System.out);
        return exitWhenReady ? running.untilReady() : running.untilStopped();
    }
}
