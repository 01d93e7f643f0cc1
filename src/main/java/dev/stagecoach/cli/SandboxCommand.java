package dev.stagecoach.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;

import dev.stagecoach.Wiring;
import dev.stagecoach.sandbox.NextThing;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.sandbox.SandboxOptions;
import dev.stagecoach.sandbox.Story;
import dev.stagecoach.settings.Settings;
import dev.stagecoach.settings.SlackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The real bot beside a Slack-compatible workspace in the browser; keeps nothing. */
@Command(name = "sandbox", mixinStandardHelpOptions = true, description = "Runs the bot beside a fictional workspace in the browser, to try it out.")
final class SandboxCommand implements Callable<Integer> {
    private static final int DEFAULT_PORT = 4700;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Spec
    CommandSpec spec;

    @Mixin
    SettingsOptions options;

    @Option(names = "--port", paramLabel = "N", description = "The page's port (default: PORT, or 4700; 0 for any).")
    Optional<Integer> port = Optional.empty();

    @Option(names = "--story", description = "Begins with eight weeks of a team's history.")
    boolean story;

    private final AtomicReference<Optional<Wiring>> running = new AtomicReference<>(Optional.empty());

    @Override
    public Integer call() throws InterruptedException {
        var settings = options.settings(DEFAULT_PORT);
        var folder = newFolder();
        try (var sandbox = workspace(settings);
                var start = Start.of(tokens(sandbox), settings, "jdbc:sqlite:" + folder.resolve("sandbox.db"),
                        sandbox.clock().instant());
                var bot = new Wiring(start.line(), start.database(), start.guide(), sandbox.clock())) {
            running.set(Optional.of(bot));
            bot.start();
            if (!start.line().awaitConnected(PATIENCE)) {
                throw new Unstartable("the bot did not reach the sandbox within " + PATIENCE.toSeconds() + " s");
            }
            if (story) {
                new Story(sandbox, this::say).tell();
            }
            say("Ready: open " + sandbox.url() + "/");
            bot.settleIn();
            Running.awaitStop();
        } finally {
            delete(folder);
        }
        return Launcher.DONE;
    }

    private Sandbox workspace(Settings settings) {
        try {
            return Sandbox.start(SandboxOptions
                    .at(port.orElse(settings.port()), SandboxClock.running(SandboxClock.START))
                    .withNext(() -> running.get().map(SandboxCommand::ahead).orElse(List.of()))
                    .afterClockMoved(() -> running.get().ifPresent(bot -> bot.jobs().runNow())));
        } catch (RuntimeException e) {
            throw new Unstartable("the sandbox cannot listen on port " + port.orElse(settings.port())
                    + "; perhaps something else does. Try --port with another number. (" + e.getMessage() + ")");
        }
    }

    private static List<NextThing> ahead(Wiring bot) {
        return bot.jobs().ahead().stream().map(next -> NextThing.of(next.at(), next.name(), next.to()))
                .toList();
    }

    private static SlackSettings tokens(Sandbox sandbox) {
        return new SlackSettings(sandbox.botToken(), sandbox.appToken(), sandbox.signingSecret(), sandbox.apiUrl());
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("stagecoach-sandbox");
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox cannot make a temporary folder", e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the sandbox's folder stays behind: " + folder, e);
        }
    }
}
