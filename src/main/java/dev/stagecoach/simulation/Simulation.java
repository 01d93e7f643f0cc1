package dev.stagecoach.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import dev.stagecoach.storage.Database;

/**
 * One story from its first day to its last: time jumps from one thing that is to happen to the next, and after every
 * step it is looked whether all is as it must be. The bot is the real one, down to the calls of Slack's SDK and the
 * workspace's checks of what it says; only the network between them is left out, because it would take most of the
 * time.
 */
final class Simulation implements AutoCloseable {
    /** Nothing comes back sooner: the bot's own ticks are this far apart. */
    private static final Duration TICK = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STILL = Duration.ofMillis(1);
    private static final LocalTime BEGIN = LocalTime.of(15, 0);
    private static final int LONGEST_DOWN = 45;

    private final Scope scope;
    private final Sandbox sandbox;
    private final Database database;
    private final Truth truth;
    private final Weather weather;
    private final Agenda agenda = new Agenda();
    private final Trying trying;
    private final Nodes nodes;
    private final Consumer<Progress> progress;
    private int steps;
    private int restarts;

    /** @param databaseUrl an empty database */
    Simulation(Scope scope, Program program, String databaseUrl, Consumer<Progress> progress) {
        this.scope = scope;
        this.progress = progress;
        this.sandbox = Sandbox.headless(SandboxClock.still(scope.from().atTime(BEGIN).toInstant(ZoneOffset.UTC)));
        this.database = Database.open(databaseUrl);
        this.truth = new Truth(scope, Town.of(scope));
        this.weather = new Weather(scope);
        this.trying = new Trying(sandbox, agenda);
        this.nodes = new Nodes(sandbox, weather, program, databaseUrl);
    }

    /** How far a story is. */
    record Progress(Instant now, int messages) {}

    /**
     * Tells the story.
     *
     * @throws Violation where something was that must never be
     */
    Telling run() {
        var began = System.nanoTime();
        firstDay();
        var audit = new Audit(sandbox, database, truth, nodes.manners());
        var errands = new Answering.Errands(agenda, trying);
        var answering = new Answering(scope, sandbox, truth, errands, audit::stored);
        var doing = new Doing(sandbox, truth, nodes, weather, errands);
        Happenings.of(scope, truth.town()).forEach(one -> agenda.put(one.at(), () -> doing.happens(one)));
        var end = scope.to().plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        for (var next = next(); next.isBefore(end); next = next()) {
            sandbox.clock().moveTo(next);
            step(audit, answering);
        }
        calmDown(audit, end);
        return new Telling(scope, database.read(new AuditStore()::counts),
                new Telling.Numbers(sandbox.posts(0).size(), trying.acts(), steps, restarts, truth.answers().size()),
                weather.out(), weather.in(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void firstDay() {
        weather.clearUntil(now().plus(Duration.ofHours(1)));
        IntStream.range(0, scope.nodes()).forEach(nodes::start);
        sandbox.deliverTo(new Mail(nodes, weather, agenda, sandbox.clock()));
        var settingUp = new SettingUp(sandbox, truth);
        settingUp.moveIn();
        var store = new AuditStore();
        for (var group : truth.town().groups()) {
            settingUp.setUp(group);
            truth.isSetUp(database.read(tx -> store.team(tx, Town.WORKSPACE + "/" + group.channel())).orElseThrow(
                    () -> new IllegalStateException("the bot knows nothing of " + group.place())), group);
            nodes.send();
        }
    }

    /** When something happens next; the bot's own work that is late waits for its tick. */
    private Instant next() {
        var tick = nodes.next().map(at -> at.isBefore(now().plus(TICK)) ? now().plus(TICK) : at);
        var tomorrow = now().plus(Duration.ofDays(1));
        return Stream.of(Optional.of(tomorrow), tick, agenda.next()).flatMap(Optional::stream).min(Instant::compareTo)
                .orElse(tomorrow);
    }

    private void step(Audit audit, Answering answering) {
        steps++;
        for (var act : agenda.due(now())) {
            act.perform();
            nodes.send();
            sandbox.settle(PATIENCE, STILL);
            arrived(audit.messages(), answering);
        }
        nodes.tick();
        restart();
        arrived(audit.ledger(nodes.there()), answering);
        if (steps % 500 == 0) {
            progress.accept(new Progress(now(), sandbox.posts(0).size()));
        }
    }

    private static void arrived(List<Posted> posts, Answering answering) {
        posts.forEach(answering::arrived);
    }

    /** A process that has ended comes back after a while. */
    private void restart() {
        for (var number : nodes.bury()) {
            restarts++;
            var down = Duration.ofMinutes(scope.dice("down", number, restarts).between(0, LONGEST_DOWN));
            agenda.put(now().plus(down), () -> nodes.start(number));
        }
    }

    /** After the last day nothing goes wrong any more, and all that is due is done. */
    private void calmDown(Audit audit, Instant end) {
        weather.clearUntil(Instant.MAX);
        nodes.sleep(Instant.MIN);
        nodes.bury();
        IntStream.range(0, scope.nodes()).forEach(nodes::start);
        sandbox.clock().moveTo(end);
        for (var hour = 0; hour < 5; hour++) {
            nodes.tick();
            sandbox.settle(PATIENCE, STILL);
            audit.ledger(Duration.ZERO);
            sandbox.clock().advance(Duration.ofHours(1));
        }
        nodes.tick();
        audit.everything(now());
    }

    private Instant now() {
        return sandbox.clock().instant();
    }

    @Override
    public void close() {
        nodes.close();
        database.close();
        sandbox.close();
    }
}
