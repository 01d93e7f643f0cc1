package dev.stagecoach.cli;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;

/** What a start needs and what takes its time, made side by side: the line to Slack, the database, the guide. */
record Start(SlackConnection line, Database database, Guide guide) implements AutoCloseable {

    /** @throws RuntimeException the reason of whatever could not be made, as it was thrown */
    static Start of(SlackSettings slack, Settings settings, String databaseUrl, Instant now) {
        // The common pool has one thread on two processors.
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var opening = CompletableFuture.supplyAsync(() -> opened(databaseUrl, settings, now), threads);
            var loading = CompletableFuture.supplyAsync(() -> GuideFiles.load(Optional.of(settings.guideFolder())),
                    threads);
            var line = new SlackConnection(URI.create(slack.apiUrl()), slack.botToken(), slack.appToken());
            try {
                return new Start(line, opening.join(), loading.join());
            } catch (CompletionException e) {
                line.close();
                opening.thenAccept(Database::close);
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }
    }

    /** The database, with the calendar files beside the settings in it. */
    private static Database opened(String url, Settings settings, Instant now) {
        var database = Database.open(url);
        try {
            SchoolCalendars.takeOver(settings, database, now);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public void close() {
        line.close();
        database.close();
    }
}
