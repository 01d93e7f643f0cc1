package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The answers of several teams together, as a school's leaders may see them (rules for statistics and privacy, part 6):
 * never one team's, never a level that all chose, nor what is that beside one of the teams, and no group of fewer than
 * three.
 *
 * @param counts answers at each level from 1 up, for each team
 */
record Pooled(List<List<Integer>> counts) {
    /** Answers that must stand behind it, and that must tell one sum from another. */
    static final int ANSWERS = 10;
    private static final int TEAMS = 3;
    private static final int CELL = 3;

    Pooled {
        counts = List.copyOf(counts);
    }

    /** Levels that are told as one number. */
    record Cell(int from, int to, int answers) {}

    /** What may be told. */
    sealed interface Told {
        /** As it is kept. */
        default String key() {
            return switch (this) {
                case Shared _ -> "shared";
                case Leaning(var half) -> half.name().toLowerCase(Locale.ROOT);
                case Cells(var cells) -> cells.stream()
                        .map(one -> one.from() + "-" + one.to() + ":" + one.answers()).collect(Collectors.joining(" "));
            };
        }

        static Told of(String key) {
            if (key.equals("shared")) {
                return new Shared();
            }
            return key.contains(":")
                    ? new Cells(List.of(key.split(" ")).stream().map(Told::cell).toList())
                    : new Leaning(Half.valueOf(key.toUpperCase(Locale.ROOT)));
        }

        private static Cell cell(String key) {
            var numbers = List.of(key.split("[-:]")).stream().map(Integer::valueOf).toList();
            return new Cell(numbers.get(0), numbers.get(1), numbers.get(2));
        }
    }

    /** All chose one level or its neighbor, and which it was stays unsaid. */
    record Shared() implements Told {}

    record Cells(List<Cell> cells) implements Told {
        public Cells {
            cells = List.copyOf(cells);
        }
    }

    /** Too uneven for numbers. */
    record Leaning(Half half) implements Told {}

    enum Half {
        LOWER, MIXED, UPPER
    }

    /** Empty where there are too few answers or teams, or one team is more than half of it. */
    Optional<Told> told() {
        var sizes = counts.stream().map(Pooled::sum).filter(size -> size > 0).toList();
        var all = sum(sizes);
        if (all < ANSWERS || sizes.size() < TEAMS || sizes.stream().anyMatch(size -> 2 * size > all)) {
            return Optional.empty();
        }
        var levels = together();
        return Optional.of(cells(levels).filter(cells -> occupied(cells) > 1 && !leavesOneAnswer(levels))
                .<Told>map(Cells::new)
                .orElseGet(() -> close(levels) ? new Shared() : new Leaning(half(levels, all))));
    }

    /** At each level, whatever the team. */
    private List<Integer> together() {
        return IntStream.range(0, counts.getFirst().size())
                .mapToObj(level -> counts.stream().mapToInt(team -> team.get(level)).sum()).toList();
    }

    /** Whether somebody who knows one team's answers could take them away, and be left with the same answer of all. */
    private boolean leavesOneAnswer(List<Integer> levels) {
        return counts.stream().filter(team -> sum(team) > 0).anyMatch(team -> {
            var rest = IntStream.range(0, levels.size()).mapToObj(i -> levels.get(i) - team.get(i)).toList();
            return Collections.max(rest) >= sum(rest) - 1;
        });
    }

    /** Whether all chose the same level, or one of two neighboring ones. */
    private static boolean close(List<Integer> levels) {
        var chosen = IntStream.range(0, levels.size()).filter(level -> levels.get(level) > 0).boxed().toList();
        return chosen.getLast() - chosen.getFirst() <= 1;
    }

    private static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    /** The finest way to put neighboring levels together so that nobody stands in a small group. */
    private static Optional<List<Cell>> cells(List<Integer> levels) {
        return IntStream.range(0, 1 << (levels.size() - 1)).mapToObj(cuts -> cut(levels, cuts))
                .filter(cells -> cells.stream().allMatch(one -> one.answers() == 0 || one.answers() >= CELL))
                .max(Comparator.<List<Cell>>comparingLong(Pooled::occupied).thenComparingInt(List::size));
    }

    private static long occupied(List<Cell> cells) {
        return cells.stream().filter(one -> one.answers() > 0).count();
    }

    /** @param cuts a bit for each level but the last, set where a new cell begins after it */
    private static List<Cell> cut(List<Integer> levels, int cuts) {
        var cells = new ArrayList<Cell>();
        var from = 0;
        for (var level = 0; level < levels.size(); level++) {
            if (level == levels.size() - 1 || (cuts >> level & 1) == 1) {
                cells.add(new Cell(from + 1, level + 1, sum(levels.subList(from, level + 1))));
                from = level + 1;
            }
        }
        return cells;
    }

    private static Half half(List<Integer> levels, int all) {
        var lower = sum(levels.subList(0, levels.size() / 2));
        var upper = sum(levels.subList((levels.size() + 1) / 2, levels.size()));
        if (3 * lower >= 2 * all) {
            return Half.LOWER;
        }
        return 3 * upper >= 2 * all ? Half.UPPER : Half.MIXED;
    }
}
