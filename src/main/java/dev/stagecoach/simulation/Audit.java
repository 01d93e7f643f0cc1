package dev.stagecoach.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.simulation.ExpectedState.Matter;
import dev.stagecoach.simulation.ExpectedState.Settled;
import dev.stagecoach.simulation.Violation.Law;
import dev.stagecoach.storage.Database;

/**
 * Looks after every step whether all is as it must be. It compares three things that know nothing of each other: what
 * stands in the workspace, what the outbox says, and what people were told is so.
 */
final class Audit {
    /** A row that is made now has an id that sorts behind this much of the past, in milliseconds. */
    private static final long OVERLAP = 100;
    /** The longest that a process works on a form, in real time; a busy machine may pause it for a while. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Duration patience;
    private final Sandbox sandbox;
    private final Database database;
    private final ExpectedState expected;
    private final PostCheck posts;
    private final RowCheck rows;
    private final AuditStore store = new AuditStore();
    private final Set<String> open = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private int seen;
    private int lines;
    private int files;
    private long lookedAt;

    /** @param patience for what a process may still be working on, in real time */
    Audit(Sandbox sandbox, Database database, ExpectedState expected, Map<String, SendPolicy> policies,
            Duration patience) {
        this.patience = patience;
        this.sandbox = sandbox;
        this.database = database;
        this.expected = expected;
        this.posts = new PostCheck(expected, policies);
        this.rows = new RowCheck(expected, posts);
    }

    /**
     * Looks at the messages that have come since the last look.
     *
     * @return these messages
     */
    List<Posted> messages() {
        var fresh = sandbox.posts(seen);
        seen += fresh.size();
        fresh.forEach(post -> posts.check(post, post.mark().map(mark -> database.read(tx -> store.within(tx, mark)))
                .orElse(List.of())));
        fresh.forEach(this::askedNoMore);
        return fresh;
    }

    /** However many parts a message has: nobody is asked more often than rows were planned. */
    private void askedNoMore(Posted post) {
        for (var matter : PostCheck.occasions(post)) {
            if (posts.asked(matter) > 1) {
                var planned = database.read(tx -> store.asks(tx, matter.occasion(), matter.person()));
                if (posts.asked(matter) > planned) {
                    throw new Violation(Law.TWICE, post.at(), expected.person(matter.person())
                            .flatMap(who -> expected.population().groupsOf(who).findFirst()).map(Group::number),
                            matter.person() + " was asked " + posts.asked(matter) + " times, and it was planned "
                                    + planned + " times");
                }
            }
        }
    }

    /** Looks at the rows that were made or have changed since the last look. */
    List<Posted> outbox(Duration there) {
        var now = sandbox.clock().instant();
        var from = id(lookedAt - OVERLAP);
        lookedAt = Clock.systemUTC().millis();
        var waiting = database.read(store::open);
        var ids = waiting.stream().map(Row::id).collect(Collectors.toSet());
        var closed = new ArrayList<>(open.stream().filter(id -> !ids.contains(id)).toList());
        var made = database.read(tx -> store.after(tx, from));
        made.stream().filter(row -> !row.open() && !done.contains(row.id())).map(Row::id).forEach(closed::add);
        var finals = database.read(tx -> store.of(tx, closed));
        var fresh = messages();
        finals.stream().filter(row -> !row.open()).forEach(row -> {
            rows.done(row, now);
            done.add(row.id());
        });
        waiting.forEach(row -> rows.open(row, now, there));
        open.clear();
        open.addAll(ids);
        return fresh;
    }

    /**
     * Looks through what was logged, and through the names of files: whoever runs the server, or looks over a shoulder,
     * reads nothing there that somebody wrote.
     */
    void beside(List<String> logged, Instant now) {
        lines += logged.size();
        logged.forEach(line -> spilled("the log says", line, now));
        var named = sandbox.owner().fileNames(files);
        files += named.size();
        named.forEach(name -> spilled("a file is called", name, now));
    }

    private static void spilled(String where, String what, Instant now) {
        Confidence.spilled(what).ifPresent(found -> {
            throw new Violation(Law.PRIVATE, now, Optional.empty(), where + " “" + what + "”");
        });
    }

    /** How many lines of logs and names of files were looked through. */
    int lookedThrough() {
        return lines + files;
    }

    /** Whatever anybody can read now: messages as they have become, forms, the Home tab as it was last shown. */
    void screens(Instant now) {
        for (var who : expected.population().people()) {
            Confidence.leaked(sandbox.as(who.id()).sees(), who.id()).ifPresent(author -> {
                throw new Violation(Law.PRIVATE, now, expected.population().groupsOf(who).findFirst()
                        .map(Group::number), who.name() + " reads what " + author + " wrote for nobody else");
            });
        }
    }

    /** Every row and every answer, once more. */
    void everything(Instant now) {
        messages();
        for (var row : database.read(store::all)) {
            rows.over(row, now);
            if (!row.open()) {
                rows.done(row, now);
            }
        }
        expected.answers().forEach(this::stored);
    }

    /**
     * The bot may be working on it still, and what it keeps for its next start counts as stored until then.
     *
     * @throws Violation where the answer is not stored as it was given
     */
    void stored(Matter matter, Settled given) {
        var who = expected.person(matter.person()).orElseThrow();
        if (!sandbox.until(patience, () -> database.read(tx -> store.keepsAForm(tx, who.person()))
                || missing(matter, given, who).isEmpty())) {
            throw new Violation(Law.ANSWER, given.at(),
                    expected.population().groupsOf(who).findFirst().map(Group::number),
                    who.name() + " was told at check-in " + matter.occasion() + " that it is saved: "
                            + String.join(", ", missing(matter, given, who)));
        }
    }

    private List<String> missing(Matter matter, Settled given, Teacher who) {
        var stored = database.read(tx -> store.answers(tx, matter.occasion(), who.person()));
        return given.answers().entrySet().stream().filter(one -> !one.getValue().equals(stored.get(one.getKey())))
                .map(one -> "to " + one.getKey() + " they answered “" + one.getValue() + "”, and stored is "
                        + stored.getOrDefault(one.getKey(), "nothing"))
                .toList();
    }

    /** An id that sorts before every one made after this time; ids begin with it, in milliseconds. */
    private static String id(long millis) {
        var hex = "%012x".formatted(Math.max(0, millis));
        return hex.substring(0, 8) + "-" + hex.substring(8);
    }
}
