package dev.stagecoach.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.stagecoach.Stagecoach;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.sandbox.NextThing;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.sandbox.SandboxOptions;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.storage.Database;

/** The sandbox with the real bot beside it, on a free port. */
record House(Sandbox sandbox, Stagecoach bot, Database database) implements AutoCloseable {

    static House open(Path folder) throws InterruptedException {
        var running = new AtomicReference<Optional<Stagecoach>>(Optional.empty());
        var database = Database.open("jdbc:sqlite:" + folder.resolve("sandbox.db"));
        var sandbox = Sandbox.start(SandboxOptions.at(0, SandboxClock.running(SandboxClock.START))
                .withNext(() -> running.get().flatMap(House::next))
                .afterClockMoved(() -> running.get().ifPresent(bot -> bot.ticks().runNow())));
        var tokens = new SlackSettings(sandbox.botToken(), sandbox.appToken(), sandbox.signingSecret(),
                sandbox.apiUrl());
        var bot = new Stagecoach(tokens, database, GuideFiles.load(Optional.empty()), sandbox.clock());
        running.set(Optional.of(bot));
        bot.start();
        if (!bot.awaitConnected(Duration.ofSeconds(30))) {
            throw new IllegalStateException("the bot did not reach the sandbox");
        }
        return new House(sandbox, bot, database);
    }

    private static Optional<NextThing> next(Stagecoach bot) {
        return bot.ticks().next().map(next -> new NextThing(next.at(), next.name()));
    }

    @Override
    public void close() {
        bot.close();
        sandbox.close();
        database.close();
    }
}
