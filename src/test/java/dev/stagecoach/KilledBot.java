package dev.stagecoach;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;

/**
 * The bot as a process of its own, to be killed; its clock is as far from the machine's as the first argument says, so
 * that it is never night or weekend. The others: where Slack is, both tokens, the database.
 */
public final class KilledBot {
    private KilledBot() {}

    public static void main(String[] args) throws InterruptedException {
        var clock = Clock.offset(Clock.systemUTC(), Duration.parse(args[0]));
        try (var line = new SlackConnection(URI.create(args[1]), args[2], args[3]);
                var database = Database.open(args[4]);
                var bot = new Wiring(line, database, GuideFiles.load(Optional.empty()), clock)) {
            bot.start();
            while (!line.awaitConnected(Duration.ofSeconds(1))) {
                System.out.println("waiting for the sandbox");
            }
            System.out.println("Ready");
            Thread.sleep(Duration.ofHours(1));
        }
    }
}
