package dev.stagecoach.simulation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.DatabaseUnavailable;

/** The processes of the bot over one database: which of them live, which sleep, and since when somebody is there. */
final class Nodes implements AutoCloseable {
    private final Sandbox sandbox;
    private final FaultInjector faults;
    private final Program program;
    private final String databaseUrl;
    private final Map<Integer, Node> living = new TreeMap<>();
    private Instant asleepUntil = Instant.MIN;
    private Instant thereSince;
    private final List<String> logged = new ArrayList<>();
    private int starts;

    Nodes(Sandbox sandbox, FaultInjector faults, Program program, String databaseUrl) {
        this.sandbox = sandbox;
        this.faults = faults;
        this.program = program;
        this.databaseUrl = databaseUrl;
        this.thereSince = sandbox.clock().instant();
    }

    /** Starts the process of this number, unless it lives; false where it does not come up. */
    boolean start(int number) {
        if (living.containsKey(number)) {
            return true;
        }
        var alone = !isThere();
        var life = new ProcessLife();
        var clock = new NodeClock(sandbox.clock());
        var line = SlackApi.over(new SimulatedNetwork(sandbox, faults, life), URI.create(sandbox.apiUrl()),
                sandbox.botToken(), SlackApi.LIMITS);
        var database = Database.open(databaseUrl, new NodeDisk(life, faults, sandbox.clock()));
        try {
            living.put(number, new Node(number, life, clock, line, database, program.start(line, database, clock)));
        } catch (DatabaseUnavailable _) {
            life.end();
            line.close();
            database.close();
            return false;
        }
        if (alone) {
            thereSince = now();
        }
        starts++;
        return true;
    }

    /** The processes that work just now. */
    List<Node> awake() {
        return now().isBefore(asleepUntil)
                ? List.of()
                : living.values().stream().filter(node -> !node.life().isOver()).toList();
    }

    Optional<Node> find(int number) {
        return Optional.ofNullable(living.get(number)).filter(node -> !node.life().isOver());
    }

    boolean isThere() {
        return !awake().isEmpty();
    }

    /** How long somebody has been there without a break; nothing where nobody is. */
    Duration there() {
        return isThere() ? Duration.between(thereSince, now()) : Duration.ZERO;
    }

    /** The machines stand still until then, and do not notice. */
    void sleep(Instant until) {
        asleepUntil = until;
        thereSince = until;
    }

    /** Removes the processes that have ended; gives their numbers. */
    List<Integer> bury() {
        var ended = living.values().stream().filter(node -> node.life().isOver()).toList();
        ended.forEach(node -> {
            living.remove(node.number());
            logged.addAll(node.bot().logged());
            node.bury();
        });
        return ended.stream().map(Node::number).toList();
    }

    /** All that is due is done, by all processes side by side. */
    void tick() {
        together(awake().stream().<Runnable>map(node -> node::tick).toList());
    }

    /** What somebody's act has left to be sent is sent. */
    void send() {
        together(awake().stream().<Runnable>map(node -> node::send).toList());
    }

    private static void together(List<Runnable> works) {
        if (works.size() == 1) {
            works.getFirst().run();
            return;
        }
        var threads = new ArrayList<Thread>();
        works.forEach(work -> threads.add(Thread.ofPlatform().start(work)));
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", e);
            }
        }
    }

    /** When one of them has something to do; when they wake up, where they sleep. */
    Optional<Instant> next() {
        if (now().isBefore(asleepUntil)) {
            return Optional.of(asleepUntil);
        }
        return awake().stream().flatMap(node -> node.next().stream()).min(Instant::compareTo);
    }

    /** What was logged since this was last asked. */
    List<String> logged() {
        living.values().forEach(node -> logged.addAll(node.bot().logged()));
        var all = List.copyOf(logged);
        logged.clear();
        return all;
    }

    Map<String, SendPolicy> policies() {
        return living.values().stream().findFirst().map(node -> node.bot().policies()).orElseGet(Map::of);
    }

    int starts() {
        return starts;
    }

    private Instant now() {
        return sandbox.clock().instant();
    }

    @Override
    public void close() {
        living.values().forEach(Node::stop);
        living.clear();
    }
}
