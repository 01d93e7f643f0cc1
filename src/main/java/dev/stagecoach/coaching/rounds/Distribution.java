package dev.stagecoach.coaching.rounds;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many chose each level. No mean is shown anywhere: the levels have an order, but no distances.
 *
 * @param counts answers at each level, from level 1 up
 * @param cannotSay people who cannot say yet; part of no figure below
 */
public record Distribution(List<Integer> counts, int cannotSay) {
    /** From here on a consensus reads as a shared view: within one level it is never lower for 5 to 8 answers. */
    private static final double SHARED = 0.73;
    private static final double FAR = 0.50;
    private static final double LOG_2 = Math.log(2);

    public Distribution {
        counts = List.copyOf(counts);
        if (counts.size() < 2 || cannotSay < 0 || counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("no distribution: " + counts + ", " + cannotSay);
        }
    }

    /**
     * Counts answers.
     *
     * @param answered the levels that people chose
     * @param highest the last level
     */
    static Distribution of(Collection<Integer> answered, int highest, int cannotSay) {
        return new Distribution(IntStream.rangeClosed(1, highest)
                .map(level -> (int) answered.stream().filter(one -> one == level).count()).boxed().toList(), cannotSay);
    }

    /** As it is kept. */
    FigureStore.Kept kept() {
        return new FigureStore.Kept(counts.stream().map(String::valueOf).collect(Collectors.joining(" ")), cannotSay);
    }

    /** How far the answers lie from one another, in words. */
    public enum Spread {
        SHARED("a shared view"), SPREAD("spread"), FAR_APART("far apart");

        private final String words;

        Spread(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** People who chose a level. */
    public int answers() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * The middle answer, or the two in the middle of an even number.
     *
     * @throws IllegalStateException where nobody chose a level
     */
    public Median median() {
        var answers = answers();
        if (answers == 0) {
            throw new IllegalStateException("nobody chose a level");
        }
        return new Median(levelOf((answers - 1) / 2), levelOf(answers / 2));
    }

    /** The level of the answer with this place in the order, from 0. */
    private int levelOf(int place) {
        var passed = 0;
        for (var level = 1; level <= counts.size(); level++) {
            passed += counts.get(level - 1);
            if (place < passed) {
                return level;
            }
        }
        throw new IllegalArgumentException("no answer number " + place);
    }

    /** Tastle and Wierman's consensus: 1 where all agree, 0 where half stand at either end. */
    public double consensus() {
        double answers = answers();
        var middle = IntStream.range(0, counts.size()).mapToDouble(i -> i * counts.get(i)).sum() / answers;
        var widest = counts.size() - 1;
        return 1 + IntStream.range(0, counts.size()).filter(i -> counts.get(i) > 0)
                .mapToDouble(i -> counts.get(i) / answers * log2(1 - Math.abs(i - middle) / widest)).sum();
    }

    private static double log2(double value) {
        return Math.log(value) / LOG_2;
    }

    public Spread spread() {
        if (range() <= 1) {
            return Spread.SHARED;
        }
        var consensus = consensus();
        if (consensus >= SHARED) {
            return Spread.SHARED;
        }
        return consensus >= FAR ? Spread.SPREAD : Spread.FAR_APART;
    }

    /** Levels between the lowest and the highest answer. */
    private int range() {
        var chosen = IntStream.range(0, counts.size()).filter(i -> counts.get(i) > 0).summaryStatistics();
        return chosen.getCount() == 0 ? 0 : chosen.getMax() - chosen.getMin();
    }

    /** An inner level is empty with at least two people on each side of it: never one person alone. */
    public boolean twoCamps() {
        return IntStream.range(1, counts.size() - 1)
                .anyMatch(i -> counts.get(i) == 0 && between(0, i) >= 2 && between(i + 1, counts.size()) >= 2);
    }

    private int between(int from, int until) {
        return counts.subList(from, until).stream().mapToInt(Integer::intValue).sum();
    }

    /** The two middle levels, the same where one answer is in the middle. */
    public record Median(int lower, int upper) {

        /** At least one whole level above the other. */
        public boolean levelAbove(Median other) {
            return lower + upper - other.lower - other.upper >= 2;
        }
    }
}
