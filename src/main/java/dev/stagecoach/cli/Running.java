package dev.stagecoach.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import dev.stagecoach.Wiring;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.web.Endpoint;
import dev.stagecoach.web.Health;
import dev.stagecoach.web.WebServer;

/** The bot at work against Slack. */
final class Running {
    /** The command that runs it. */
    static final String WORD = "run";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SettingsOptions options;
    private final PrintStream out;

    Running(SettingsOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int untilStopped() throws InterruptedException {
        return run(bot -> {
            bot.settleIn();
            awaitStop();
        });
    }

    /** Stops as soon as it is ready. */
    int untilReady() throws InterruptedException {
        return run(_ -> {});
    }

    /** What happens once it is ready. */
    private interface Rest {
        void with(Wiring bot) throws InterruptedException;
    }

    private int run(Rest rest) throws InterruptedException {
        var settings = options.settings(Settings.DEFAULT_PORT);
        requireTokens(settings.slack());
        try (var start = Start.of(settings.slack(), settings, settings.databaseUrl(), Instant.now());
                var bot = new Wiring(start.line(), start.database(), start.guide(), Clock.systemUTC(),
                        Wiring.Terms.of(settings.retention()))) {
            bot.start();
            if (settings.slack().socketMode()) {
                awaitSlack(start.line());
                out.println("Ready: connected to Slack.");
            }
            try (var web = web(settings, start, bot)) {
                out.println(settings.slack().socketMode()
                        ? "Health on port " + web.port() + "."
                        : "Ready: Slack posts to port " + web.port() + ", /slack/events.");
                rest.with(bot);
            }
        }
        return Launcher.DONE;
    }

    private static WebServer web(Settings settings, Start start, Wiring bot) {
        var slack = settings.slack();
        var endpoint = slack.socketMode()
                ? Optional.<Endpoint>empty()
                : Optional.of(bot.endpoint(slack.signingSecret()));
        var health = Health.well().lives("the clockwork", bot.jobs()::trouble)
                .needs("the database", start.database()::trouble).needs("Slack", start.line()::trouble)
                .needs("the database", bot::trouble).warns(start::warnings).warns(start.line()::warnings);
        return new WebServer(settings.host(), settings.port(), health, endpoint);
    }

    private void awaitSlack(SlackConnection line) throws InterruptedException {
        while (!line.awaitConnected(PATIENCE)) {
            out.println("Waiting for Slack. I keep trying; stagecoach check tells what may be wrong.");
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
    static void awaitStop() throws InterruptedException {
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
}
