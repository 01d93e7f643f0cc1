package dev.stagecoach.coaching.rounds;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the people who placed something both times moved. No share is called significant: with so few people it cannot
 * be.
 *
 * @param up people who stand higher than the time before
 * @param joined people who placed it this time only
 * @param left people who placed it the time before only
 */
record Change(int up, int same, int down, int joined, int left) {

    /** Who placed it both times. */
    int paired() {
        return up + same + down;
    }

    /**
     * Compares two times.
     *
     * @param before levels by person
     * @param now levels by person
     */
    static <P> Change of(Map<P, Integer> before, Map<P, Integer> now) {
        var moves = paired(before, now).entrySet().stream()
                .map(one -> Integer.signum(one.getValue() - before.getOrDefault(one.getKey(), 0))).toList();
        return new Change((int) moves.stream().filter(move -> move > 0).count(),
                (int) moves.stream().filter(move -> move == 0).count(),
                (int) moves.stream().filter(move -> move < 0).count(), now.size() - moves.size(),
                before.size() - moves.size());
    }

    /** Whether the middle of the same people lies lower than it did. */
    static <P> boolean slipped(Map<P, Integer> before, Map<P, Integer> now) {
        var then = paired(now, before);
        return !then.isEmpty() && middle(paired(before, now).values()) < middle(then.values());
    }

    /** What {@code of} says of those whom {@code with} knows too. */
    private static <P> Map<P, Integer> paired(Map<P, Integer> with, Map<P, Integer> of) {
        var both = new HashMap<>(of);
        both.keySet().retainAll(with.keySet());
        return both;
    }

    /** The sum of the two levels in the middle, so that no mean is taken. */
    private static int middle(Collection<Integer> levels) {
        var sorted = levels.stream().sorted().toList();
        return Stream.of((sorted.size() - 1) / 2, sorted.size() / 2).mapToInt(sorted::get).sum();
    }
}
