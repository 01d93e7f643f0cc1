package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.outbox.SendPolicy;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.simulation.Violation.Law;

/** Holds each message that reached the workspace to what must never be. */
final class PostCheck {
    /** Clocks of machines differ; what is said at the edge of quiet hours is decided by the machine's. */
    private static final Duration SKEW = Duration.ofMinutes(5);
    /** Marks of replies, which are no rows of the outbox. */
    private static final String REPLY = "told/";
    private static final String ASK = "checkin.ask";
    private static final List<String> ANSWERING = List.of("Answer", "Answer all", "Add or change",
            "Change", "Answer after all", "Answer now");

    private final ExpectedState expected;
    private final Map<String, SendPolicy> policies;
    private final Map<String, Posted> byMark = new HashMap<>();
    private final Map<String, Posted> byPlace = new HashMap<>();
    private final Map<String, Posted> byRow = new HashMap<>();
    private final Map<ExpectedState.Matter, Integer> asked = new HashMap<>();
    private final Map<String, List<String>> spent = new HashMap<>();

    PostCheck(ExpectedState expected, Map<String, SendPolicy> policies) {
        this.expected = expected;
        this.policies = Map.copyOf(policies);
    }

    /** A message with this mark or at this place, {@code CHANNEL TS}. */
    Optional<Posted> at(String place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** How many messages asked somebody about a check-in. */
    int asked(ExpectedState.Matter matter) {
        return asked.getOrDefault(matter, 0);
    }

    /**
     * @param rows those that say they are in this message
     * @throws Violation where it must not be
     */
    void check(Posted post, List<Row> rows) {
        byPlace.put(post.channel() + " " + post.ts(), post);
        Confidence.confidedIn(post.text()).ifPresent(words -> {
            throw broken(Law.PRIVATE, post, rows, "its notification says “" + words + "…”");
        });
        var mark = post.mark().filter(id -> !id.startsWith(REPLY));
        if (mark.isEmpty()) {
            return;
        }
        var before = byMark.put(mark.get(), post);
        if (before != null) {
            throw broken(Law.TWICE, post, rows,
                    "it stands at " + before.at() + " and again at " + post.at());
        }
        if (rows.isEmpty()) {
            throw broken(Law.UNEXPLAINED, post, rows, "nobody planned it");
        }
        rows.forEach(row -> once(post, row, rows));
        rows.forEach(row -> politely(post, row, rows));
        budget(post, rows);
        wanted(post, rows);
    }

    private void once(Posted post, Row row, List<Row> rows) {
        var before = byRow.put(row.id(), post);
        if (before != null && !before.ts().equals(post.ts())) {
            throw broken(Law.TWICE, post, rows, "a part of it stands at " + before.at() + " already");
        }
    }

    private void politely(Posted post, Row row, List<Row> rows) {
        var hours = switch (policy(row)) {
            case NUDGE, REQUEST, REPORT -> hours(row);
            case ECHO -> Optional.<Hours>empty();
        };
        hours.flatMap(mine -> quiet(mine, post.at())).ifPresent(why -> {
            throw broken(Law.QUIET, post, rows, "it came at " + post.at() + ", " + why);
        });
    }

    /** Quiet, however the machine's clock differed. */
    private static Optional<String> quiet(Hours hours, Instant at) {
        return Stream.of(at.minus(SKEW), at, at.plus(SKEW)).allMatch(one -> hours.quiet(one).isPresent())
                ? hours.quiet(at)
                : Optional.empty();
    }

    private Optional<Hours> hours(Row row) {
        return expected.team(row.team()).flatMap(group -> row.person().isPresent()
                ? row.person().flatMap(expected::person).map(who -> expected.hours(who, group))
                : Optional.of(expected.hours(group)));
    }

    SendPolicy policy(Row row) {
        return row.ties().parent().isPresent()
                ? SendPolicy.ECHO
                : row.ties().policy().orElseGet(() -> policies.getOrDefault(row.kind(), SendPolicy.ECHO));
    }

    /**
     * A message that asks for something and repeats nothing uses one up, and every such message is held back by that;
     * only a request whose last moment has come goes out nevertheless.
     */
    private void budget(Posted post, List<Row> rows) {
        var who = post.person().flatMap(expected::person);
        var asking = rows.stream().filter(row -> row.ties().follows().isEmpty() && asks(row)).toList();
        if (who.isEmpty() || asking.isEmpty()) {
            return;
        }
        var week = who.get().id() + " " + LocalDate.ofInstant(post.at(), who.get().zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var before = spent.computeIfAbsent(week, _ -> new ArrayList<>());
        if (before.size() >= expected.budget(who.get())
                && !asking.stream().allMatch(row -> cannotWait(row, post.at()))) {
            throw broken(Law.BUDGET, post, rows,
                    "it is number " + (before.size() + 1) + " of the week, and " + expected.budget(who.get())
                            + " may come; before it came " + String.join(", ", before));
        }
        before.add(asking.getFirst().kind() + " at " + post.at());
    }

    /** Only requests say until when they can wait. */
    private boolean cannotWait(Row row, Instant at) {
        return policy(row) == SendPolicy.REQUEST
                && row.ties().latest().filter(latest -> !latest.isAfter(at.plus(SKEW))).isPresent();
    }

    private boolean asks(Row row) {
        return switch (policy(row)) {
            case NUDGE, REQUEST -> true;
            case REPORT, ECHO -> false;
        };
    }

    private void wanted(Posted post, List<Row> rows) {
        occasions(post).forEach(matter -> {
            asked.merge(matter, 1, Integer::sum);
            expected.settled(matter).ifPresent(how -> {
                throw broken(Law.UNWANTED, post, rows, "that was settled at " + how.at());
            });
        });
        for (var row : rows) {
            var person = row.person().orElse("");
            if (row.kind().equals(ASK) && expected.hasStopped(person)) {
                throw broken(Law.UNWANTED, post, rows, "its reader has stopped check-ins");
            }
            if (row.kind().equals(ASK)
                    && expected.team(row.team()).filter(group -> expected.hasLeft(person, group)).isPresent()) {
                throw broken(Law.UNWANTED, post, rows, "its reader has left the team");
            }
        }
    }

    /** The check-ins that a message asks about. */
    static List<ExpectedState.Matter> occasions(Posted post) {
        return post.person().stream().flatMap(person -> post.buttons().stream()
                .filter(button -> ANSWERING.contains(button.label())).map(Posted.Pressable::value).distinct()
                .map(occasion -> new ExpectedState.Matter(person, occasion))).toList();
    }

    private Violation broken(Law law, Posted post, List<Row> rows, String why) {
        var team = rows.stream().flatMap(row -> expected.team(row.team()).stream()).map(Group::number).findFirst();
        return new Violation(law, post.at(), team, "“" + post.text() + "” to "
                + post.person().orElse(post.channel()) + ": " + why + rows.stream().map(row -> "\n    " + row.words())
                        .reduce("", String::concat));
    }
}
