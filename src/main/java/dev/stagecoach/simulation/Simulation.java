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
import dev.stagecoach.sandbox.SandboxOptions;
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
    private static final int STEPS_BETWEEN_LOOKS = 500;
    /** Coaches who set up their teams at the same moment would run into Slack's limits for asking. */
    private static final Duration BETWEEN_TEAMS = Duration.ofMinutes(1);

    private final Scope scope;
    private final Sandbox sandbox;
    private final Database database;
    private final ExpectedState expected;
    private final FaultInjector faults;
    private final Agenda agenda = new Agenda();
    private final PersistentUser trying;
    private final Nodes nodes;
    private final Consumer<Progress> progress;
    private int steps;
    private int restarts;

    /** @param databaseUrl an empty database */
    Simulation(Scope scope, Program program, String databaseUrl, Consumer<Progress> progress) {
        this.scope = scope;
        this.progress = progress;
        var begin = scope.from().atTime(BEGIN).toInstant(ZoneOffset.UTC);
        this.sandbox = Sandbox.headless(SandboxOptions.at(0, SandboxClock.still(begin)).withLimits());
        this.database = Database.open(databaseUrl);
        this.expected = new ExpectedState(scope, Population.of(scope));
        this.faults = new FaultInjector(scope);
        this.trying = new PersistentUser(sandbox, agenda);
        this.nodes = new Nodes(sandbox, faults, program, databaseUrl);
    }

    /** How far a story is. */
    record Progress(Instant now, int messages) {}

    /**
     * Tells the story.
     *
     * @throws Violation where something was that must never be
     */
    StoryResult run() {
        var began = System.nanoTime();
        firstDay();
        var audit = new Audit(sandbox, database, expected, nodes.policies(), Audit.PATIENCE);
        var errands = new CheckinAnswers.Errands(agenda, trying);
        var answering = new CheckinAnswers(scope, sandbox, expected, errands, audit::stored);
        var doing = new ActionRunner(sandbox, expected, nodes, faults, errands);
        SeededEvents.of(scope, expected.population()).forEach(one -> agenda.put(one.at(), () -> doing.happens(one)));
        var end = scope.to().plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        for (var next = next(); next.isBefore(end); next = next()) {
            sandbox.clock().moveTo(next);
            step(audit, answering);
        }
        calmDown(audit, end);
        return new StoryResult(scope, database.read(new AuditStore()::counts),
                new StoryResult.Numbers(sandbox.posts(0).size(), trying.acts(), steps, restarts,
                        expected.answers().size(), faults.refused(), expected.confidences(), audit.lookedThrough()),
                faults.out(), faults.in(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void firstDay() {
        faults.clearUntil(now().plus(Duration.ofHours(1)));
        IntStream.range(0, scope.nodes()).forEach(nodes::start);
        sandbox.deliverTo(new EventDelivery(nodes, faults, agenda, sandbox.clock()));
        var settingUp = new SettingUp(sandbox, expected);
        settingUp.moveIn();
        var store = new AuditStore();
        for (var group : expected.population().groups()) {
            settingUp.setUp(group);
            expected.isSetUp(
                    database.read(tx -> store.team(tx, Population.WORKSPACE + "/" + group.channel())).orElseThrow(
                            () -> new IllegalStateException("the bot knows nothing of " + group.place())),
                    group);
            nodes.send();
            sandbox.clock().advance(BETWEEN_TEAMS);
        }
    }

    /** When something happens next; the bot's own work that is late waits for its tick. */
    private Instant next() {
        var tick = nodes.next().map(at -> at.isBefore(now().plus(TICK)) ? now().plus(TICK) : at);
        var tomorrow = now().plus(Duration.ofDays(1));
        return Stream.of(Optional.of(tomorrow), tick, agenda.next()).flatMap(Optional::stream).min(Instant::compareTo)
                .orElse(tomorrow);
    }

    private void step(Audit audit, CheckinAnswers answering) {
        steps++;
        for (var act : agenda.due(now())) {
            act.perform();
            nodes.send();
            sandbox.settle(PATIENCE, STILL);
            arrived(audit.messages(), answering);
        }
        nodes.tick();
        audit.beside(nodes.logged(), now());
        restart();
        arrived(audit.outbox(nodes.there()), answering);
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            audit.screens(now());
            progress.accept(new Progress(now(), sandbox.posts(0).size()));
        }
    }

    private static void arrived(List<Posted> posts, CheckinAnswers answering) {
        posts.forEach(answering::arrived);
    }

    /** A process that has ended comes back after a while. */
    private void restart() {
        for (var number : nodes.bury()) {
            restarts++;
            var down = Duration.ofMinutes(scope.random("down", number, restarts).between(0, LONGEST_DOWN));
            agenda.put(now().plus(down), () -> start(number));
        }
    }

    /** Whoever watches over it starts it again a minute later where it does not come up. */
    private void start(int number) {
        if (!nodes.start(number)) {
            agenda.put(now().plus(Duration.ofMinutes(1)), () -> start(number));
        }
    }

    /** After the last day nothing goes wrong any more, and all that is due is done. */
    private void calmDown(Audit audit, Instant end) {
        faults.clearUntil(Instant.MAX);
        nodes.sleep(Instant.MIN);
        nodes.bury();
        IntStream.range(0, scope.nodes()).forEach(nodes::start);
        sandbox.clock().moveTo(end);
        for (var hour = 0; hour < 5; hour++) {
            nodes.tick();
            sandbox.settle(PATIENCE, STILL);
            audit.outbox(Duration.ZERO);
            sandbox.clock().advance(Duration.ofHours(1));
        }
        nodes.tick();
        audit.everything(now());
        audit.beside(nodes.logged(), now());
        expected.population().people().forEach(who -> sandbox.as(who.id()).home());
        audit.screens(now());
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
