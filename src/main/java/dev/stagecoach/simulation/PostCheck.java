package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.delivery.Manner;
import dev.stagecoach.sandbox.Posted;
import dev.stagecoach.simulation.Violation.Law;

/** Holds each message that reached the workspace to what must never be. */
final class PostCheck {
    /** Clocks of machines differ; what is said at the edge of quiet hours is decided by the machine's. */
    private static final Duration SKEW = Duration.ofMinutes(2);
    /** Marks of replies, which are no rows of the ledger. */
    private static final String REPLY = "told/";
    private static final String ASK = "checkin.ask";
    private static final List<String> ANSWERING = List.of("Answer", "Edit", "Answer after all", "Answer now");

    private final Truth truth;
    private final Map<String, Manner> manners;
    private final Map<String, Posted> byMark = new HashMap<>();
    private final Map<String, Posted> byPlace = new HashMap<>();
    private final Map<String, Posted> byRow = new HashMap<>();
    private final Map<Truth.Matter, Integer> asked = new HashMap<>();
    private final Map<String, Integer> spent = new HashMap<>();

    PostCheck(Truth truth, Map<String, Manner> manners) {
        this.truth = truth;
        this.manners = Map.copyOf(manners);
    }

    /** A message with this mark or at this place, {@code CHANNEL TS}. */
    Optional<Posted> at(String place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    /** How many messages asked somebody about a check-in. */
    int asked(Truth.Matter matter) {
        return asked.getOrDefault(matter, 0);
    }

    /**
     * @param rows those that say they are in this message
     * @throws Violation where it must not be
     */
    void check(Posted post, List<Row> rows) {
        byPlace.put(post.channel() + " " + post.ts(), post);
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
        var hours = switch (manner(row)) {
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
        return truth.team(row.team()).flatMap(group -> row.person().isPresent()
                ? row.person().flatMap(truth::person).map(who -> truth.hours(who, group))
                : Optional.of(truth.hours(group)));
    }

    Manner manner(Row row) {
        return row.ties().parent().isPresent()
                ? Manner.ECHO
                : row.ties().manner().orElseGet(() -> manners.getOrDefault(row.kind(), Manner.ECHO));
    }

    /** A message that asks for something and repeats nothing uses one up; only a nudge is held back by that. */
    private void budget(Posted post, List<Row> rows) {
        var who = post.person().flatMap(truth::person);
        var asking = rows.stream().filter(row -> row.ties().follows().isEmpty() && asks(row)).toList();
        if (who.isEmpty() || asking.isEmpty()) {
            return;
        }
        var week = who.get().id() + " " + LocalDate.ofInstant(post.at(), who.get().zone())
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var before = spent.getOrDefault(week, 0);
        if (asking.stream().anyMatch(row -> manner(row) == Manner.NUDGE) && before >= truth.budget(who.get())) {
            throw broken(Law.BUDGET, post, rows,
                    "it is number " + (before + 1) + " of the week, and " + truth.budget(who.get()) + " may come");
        }
        spent.put(week, before + 1);
    }

    private boolean asks(Row row) {
        return switch (manner(row)) {
            case NUDGE, REQUEST -> true;
            case REPORT, ECHO -> false;
        };
    }

    private void wanted(Posted post, List<Row> rows) {
        occasions(post).forEach(matter -> {
            asked.merge(matter, 1, Integer::sum);
            truth.settled(matter).ifPresent(how -> {
                throw broken(Law.UNWANTED, post, rows, "that was settled at " + how.at());
            });
        });
        for (var row : rows) {
            var person = row.person().orElse("");
            if (row.kind().equals(ASK) && truth.hasStopped(person)) {
                throw broken(Law.UNWANTED, post, rows, "its reader has stopped check-ins");
            }
            if (row.kind().equals(ASK)
                    && truth.team(row.team()).filter(group -> truth.hasLeft(person, group)).isPresent()) {
                throw broken(Law.UNWANTED, post, rows, "its reader has left the team");
            }
        }
    }

    /** The check-ins that a message asks about. */
    static List<Truth.Matter> occasions(Posted post) {
        return post.person().stream().flatMap(person -> post.buttons().stream()
                .filter(button -> ANSWERING.contains(button.label())).map(Posted.Pressable::value).distinct()
                .map(occasion -> new Truth.Matter(person, occasion))).toList();
    }

    private Violation broken(Law law, Posted post, List<Row> rows, String why) {
        var team = rows.stream().flatMap(row -> truth.team(row.team()).stream()).map(Group::number).findFirst();
        return new Violation(law, post.at(), team, "“" + post.text() + "” to "
                + post.person().orElse(post.channel()) + ": " + why + rows.stream().map(row -> "\n    " + row.words())
                        .reduce("", String::concat));
    }
}
