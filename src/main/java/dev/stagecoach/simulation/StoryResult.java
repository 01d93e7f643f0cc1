package dev.stagecoach.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A story that went well, in numbers. */
record StoryResult(Scope scope, List<AuditStore.Count> rows, Numbers numbers, Map<FaultInjector.Out, Integer> calls,
        Map<FaultInjector.In, Integer> deliveries, Duration took) {

    StoryResult {
        rows = List.copyOf(rows);
        calls = Map.copyOf(calls);
        deliveries = Map.copyOf(deliveries);
    }

    /**
     * @param messages that stand in the workspace
     * @param acts of people, tries that did not work included
     * @param steps after each of which everything was checked
     * @param restarts of processes that were killed
     * @param answers that were acknowledged, counted once where they were changed
     * @param refused commits, because the disk was full
     * @param confidences what people wrote in their own words
     * @param lines of logs and names of files in which all of that was looked for
     */
    record Numbers(int messages, int acts, int steps, int restarts, int answers, int refused,
            int confidences, int lines) {}

    /** The outbox's summary as lines for people. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Seed %d, %s to %s, %d teams, %d %s: all as it must be, in %.1f s".formatted(scope.seed(),
                scope.from(), scope.to(), scope.teams().size(), scope.nodes(),
                scope.nodes() == 1 ? "process" : "processes", took.toMillis() / 1000.0));
        lines.add("  %,d messages, %,d acts of people, %,d answers kept, %,d steps checked, %,d restarts after kills"
                .formatted(numbers.messages(), numbers.acts(), numbers.answers(), numbers.steps(),
                        numbers.restarts()));
        lines.add("  %,8d commits refused by a full disk".formatted(numbers.refused()));
        lines.add("  %,8d things that people wrote, looked for in %,d lines of logs and file names"
                .formatted(numbers.confidences(), numbers.lines()));
        calls.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(one -> lines.add("  %,8d %s".formatted(one.getValue(), one.getKey().words())));
        deliveries.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(one -> lines.add("  %,8d %s".formatted(one.getValue(), one.getKey().words())));
        lines.add("  The outbox:");
        lines.addAll(outbox());
        return lines;
    }

    /** What became of each kind of message, and why it did not come; single ids and times left out of reasons. */
    private List<String> outbox() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> "%-22s %-8s %s".formatted(row.kind(), row.state(), gist(row.reason())).stripTrailing(),
                        java.util.TreeMap::new, Collectors.summingInt(AuditStore.Count::number)))
                .entrySet().stream().map(one -> "  %,8d %s".formatted(one.getValue(), one.getKey())).toList();
    }

    private static String gist(String reason) {
        return reason.replaceAll("(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\w+ \\d+, at \\d+:\\d+", "…")
                .replaceAll("\\d[\\d:.,/ -]*\\d|\\d", "#");
    }
}
