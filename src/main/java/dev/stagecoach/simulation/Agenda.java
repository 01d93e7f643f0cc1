package dev.stagecoach.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** What is to happen, by time; what has the same time happens in the order in which it was put down. */
final class Agenda {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(
            Comparator.comparing(Entry::at).thenComparing(Entry::number));
    private long count;

    /** Something that somebody does. */
    @FunctionalInterface
    interface Act {
        void perform();
    }

    private record Entry(Instant at, long number, Act act) {}

    void put(Instant at, Act act) {
        entries.add(new Entry(at, count++, act));
    }

    Optional<Instant> next() {
        return Optional.ofNullable(entries.peek()).map(Entry::at);
    }

    /** Takes out what is to happen by now. */
    List<Act> due(Instant now) {
        var due = new ArrayList<Act>();
        for (var first = entries.peek(); first != null && !first.at().isAfter(now); first = entries.peek()) {
            due.add(first.act());
            entries.remove();
        }
        return due;
    }
}
