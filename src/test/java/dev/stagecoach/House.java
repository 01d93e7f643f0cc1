package dev.stagecoach;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import dev.stagecoach.app.CallLimit;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.Retention;
import dev.stagecoach.sandbox.NextThing;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.sandbox.SandboxOptions;
import dev.stagecoach.slack.SlackConnection;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;

/** The sandbox on a free port with the real bot beside it, over one SQLite file; the bot can be restarted. */
public final class House implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Guide guide;
    private final CallLimit calls;
    private final Sandbox sandbox;
    private final AtomicReference<Optional<Tenant>> tenant = new AtomicReference<>(Optional.empty());

    private record Tenant(SlackConnection line, Database database, Wiring bot) {}

    /** @param folder where the database file is, or is to be */
    public House(Path folder, SandboxClock clock) {
        this(folder, clock, ShippedGuide.GUIDE, CallLimit.usual());
    }

    public House(Path folder, SandboxClock clock, Guide guide, CallLimit calls) {
        this.guide = guide;
        this.calls = calls;
        file = TestDatabases.migrated(folder.resolve("stagecoach.db"));
        sandbox = Sandbox.start(SandboxOptions.at(0, clock)
                .withNext(() -> tenant.get().map(House::ahead).orElse(List.of()))
                .afterClockMoved(this::runNow));
        moveIn();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Does all that is due by the sandbox's clock. */
    public void runNow() {
        tenant.get().ifPresent(one -> one.bot().jobs().runNow());
    }

    /** The process ends, something happens meanwhile, and another one starts on the same file. */
    public void restart(Runnable meanwhile) {
        moveOut();
        meanwhile.run();
        moveIn();
    }

    @Override
    public void close() {
        moveOut();
        sandbox.close();
    }

    private void moveIn() {
        var database = Database.open("jdbc:sqlite:" + file);
        var line = new SlackConnection(URI.create(sandbox.apiUrl()), sandbox.botToken(), sandbox.appToken());
        var bot = new Wiring(line, database, guide, sandbox.clock(),
                new Wiring.Terms(Retention.USUAL, () -> calls));
        tenant.set(Optional.of(new Tenant(line, database, bot)));
        bot.start();
        try {
            if (!line.awaitConnected(PATIENCE)) {
                throw new IllegalStateException("the bot did not reach the sandbox");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void moveOut() {
        tenant.getAndSet(Optional.empty()).ifPresent(one -> {
            one.line().close();
            one.bot().close();
            one.database().close();
        });
    }

    private static List<NextThing> ahead(Tenant tenant) {
        return tenant.bot().jobs().ahead().stream()
                .map(next -> NextThing.of(next.at(), next.name(), next.to())).toList();
    }
}
