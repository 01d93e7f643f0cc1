package dev.stagecoach.bench;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.stagecoach.Wiring;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;
import dev.stagecoach.web.Health;
import dev.stagecoach.web.WebServer;

/**
 * The bot in HTTP mode as a process of its own, to be attacked by {@link FloodBench}. Arguments: how far its clock is
 * from the machine's, where Slack is, the database, the port.
 */
public final class FloodedBot {
    private FloodedBot() {}

    public static void main(String[] args) throws InterruptedException {
        var clock = Clock.offset(Clock.systemUTC(), Duration.parse(args[0]));
        try (var line = new SlackConnection(URI.create(args[1]), "xoxb-bench", "");
                var database = Database.open(args[2]);
                var bot = new Wiring(line, database, GuideFiles.load(Optional.empty()), clock);
                var web = new WebServer("127.0.0.1", Integer.parseInt(args[3]),
                        Health.well().lives("the clockwork", bot.jobs()::trouble).needs("the database",
                                database::trouble),
                        Optional.of(bot.endpoint("secret")))) {
            bot.start();
            System.out.println("Ready on port " + web.port());
            Thread.sleep(Duration.ofMinutes(5));
        }
    }
}
