package dev.stagecoach.cli;

import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/**
 * What a start needs and what takes its time, made side by side: the line to Slack, the database, the guide.
 *
 * @param warnings what works less well than it should, in words
 */
record Start(SlackConnection line, Database database, Guide guide, List<String> warnings) implements AutoCloseable {

    /** @throws RuntimeException the reason of whatever could not be made, as it was thrown */
    static Start of(SlackSettings slack, Settings settings, String databaseUrl, Instant now) {
        // The common pool has one thread on two processors.
        try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var opening = CompletableFuture.supplyAsync(() -> opened(databaseUrl, settings, now), threads);
            var loading = CompletableFuture.supplyAsync(() -> GuideFiles.load(Optional.of(settings.guideFolder())),
                    threads);
            var line = new SlackConnection(URI.create(slack.apiUrl()), slack.botToken(), slack.appToken());
            try {
                var opened = opening.join();
                return new Start(line, opened.database(), loading.join(), opened.warnings());
            } catch (CompletionException e) {
                line.close();
                opening.thenAccept(opened -> opened.database().close());
                throw e.getCause() instanceof RuntimeException reason ? reason : e;
            }
        }
    }

    private record Opened(Database database, List<String> warnings) {}

    /** The database, with the calendar files beside the settings in it. */
    private static Opened opened(String url, Settings settings, Instant now) {
        var database = Database.open(url);
        try {
            return new Opened(database, SchoolCalendars.takeOver(settings, database, now));
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
