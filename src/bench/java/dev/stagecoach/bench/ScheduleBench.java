package dev.stagecoach.bench;

import java.util.List;
import java.util.stream.IntStream;

import dev.stagecoach.storage.Database;

/**
 * A tick with ten check-ins due, among a million schedules that are not, beside the same tick among a thousand.
 * Arguments: rounds.
 */
public final class ScheduleBench {
    private static final int DUE = 10;
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;

    private ScheduleBench() {}

    public static void main(String[] args) {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        for (var name : List.of("SQLite", "PostgreSQL")) {
            try (var few = Town.database(name); var many = Town.database(name)) {
                compare(name, town(few, FEW), town(many, MANY), rounds);
            }
        }
    }

    private static Town town(Database database, int ahead) {
        var town = new Town(database).settle(DUE);
        town.schedulesAhead(ahead);
        return town;
    }

    /** In turn, so that whatever else the machine does meets both. */
    private static void compare(String name, Town few, Town many, int rounds) {
        var ratios = IntStream.range(0, rounds + 3).mapToObj(week -> new double[]{tick(few, week), tick(many, week)})
                .skip(3).toList();
        System.out.printf("%-10s median of %d ticks: among %,d %.1f ms, among %,d %.1f ms, ratio %.2f%n", name, rounds,
                FEW, 1_000 * SendBench.median(ratios.stream().map(pair -> pair[0]).toList()), MANY,
                1_000 * SendBench.median(ratios.stream().map(pair -> pair[1]).toList()),
                SendBench.median(ratios.stream().map(pair -> pair[1] / pair[0]).toList()));
    }

    private static double tick(Town town, int week) {
        town.itIsTuesday(week);
        var began = System.nanoTime();
        town.plan();
        return (System.nanoTime() - began) / 1e9;
    }
}
