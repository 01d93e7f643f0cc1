package dev.stagecoach;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.slack.SlackLine;
import dev.stagecoach.web.Endpoint;
import dev.stagecoach.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the bot against Slack until it is stopped. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "Runs the bot against Slack.")
final class RunCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec
    CommandSpec spec;

    @Mixin
    SettingsOptions options;

    @Option(names = "--exit-when-ready", description = "Stops as soon as it is ready, to train a class cache.")
    boolean exitWhenReady;

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.settings(Settings.DEFAULT_PORT);
        requireTokens(settings.slack());
        try (var start = Start.of(settings.slack(), settings, settings.databaseUrl());
                var bot = new Stagecoach(start.line(), start.database(), start.guide(), Clock.systemUTC())) {
            bot.start();
            if (settings.slack().socketMode()) {
                awaitSlack(start.line());
                say("Ready: connected to Slack.");
            }
            try (var web = web(settings, start, bot)) {
                say(settings.slack().socketMode()
                        ? "Health on port " + web.port() + "."
                        : "Ready: Slack posts to port " + web.port() + ", /slack/events.");
                if (!exitWhenReady) {
                    untilStopped();
                }
            }
        }
        return Main.DONE;
    }

    private static WebServer web(Settings settings, Start start, Stagecoach bot) {
        var slack = settings.slack();
        var endpoint = slack.socketMode()
                ? Optional.<Endpoint>empty()
                : Optional.of(bot.endpoint(slack.signingSecret()));
        return new WebServer("0.0.0.0", settings.port(), () -> start.database().trouble().or(start.line()::trouble),
                endpoint);
    }

    private void awaitSlack(SlackLine line) throws InterruptedException {
        while (!line.awaitConnected(PATIENCE)) {
            say("Waiting for Slack. I keep trying; stagecoach check tells what may be wrong.");
        }
    }

    private static void requireTokens(SlackSettings slack) {
        if (slack.botToken().isEmpty()) {
            throw new Unstartable("SLACK_BOT_TOKEN is not set. It begins with xoxb- and comes from your Slack app's"
                    + " page OAuth & Permissions. Without Slack, try: stagecoach sandbox");
        }
        if (!slack.socketMode() && slack.signingSecret().isEmpty()) {
            throw new Unstartable("neither SLACK_APP_TOKEN (Socket Mode) nor SLACK_SIGNING_SECRET (HTTP mode) is set;"
                    + " one of them is needed.");
        }
    }

    /** Returns when the process is asked to stop, so that everything closes in order. */
    static void untilStopped() throws InterruptedException {
        var stop = new CountDownLatch(1);
        var main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.countDown();
            try {
                main.join(Duration.ofSeconds(20));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }));
        stop.await();
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }
}
