package dev.stagecoach.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import dev.stagecoach.delivery.Sender;
import dev.stagecoach.slack.BareLoop;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;

/**
 * 10,000 check-ins due in the same minute, against {@link LoopbackSlack} without limits: messages a second of the real
 * planner, sender, composer and messenger, beside {@link BareLoop} in the same process, in turn. Arguments: rounds.
 */
public final class SendBench {
    private static final int AT_ONCE = Sender.AT_ONCE;

    private SendBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        try (var slack = Loopback.start(); var api = new SlackApi(slack.address(), "xoxb-bench")) {
            compare("SQLite", TestDatabases::sqlite, api, rounds);
            compare("PostgreSQL", TestDatabases::postgresql, api, rounds);
        }
    }

    private record Round(double bare, double sending, double all) {}

    /** Each round in a town of its own: in an older one, check-ins that close are written again at the same time. */
    private static void compare(String name, Supplier<Database> databases, SlackApi api, int rounds) {
        var results = new ArrayList<Round>();
        for (var round = 0; round <= rounds; round++) {
            var result = round(databases, api);
            System.out.printf("%-10s %s bare %5.0f/s  sender %5.0f/s (%.2f)  planned and sent %5.0f/s (%.2f)%n", name,
                    round == 0 ? "warm" : "    ", result.bare(), result.sending(), result.sending() / result.bare(),
                    result.all(), result.all() / result.bare());
            if (round > 0) {
                results.add(result);
            }
        }
        System.out.printf("%-10s median of %d rounds: sender %.2f of the bare loop, with planning %.2f%n", name, rounds,
                median(results.stream().map(one -> one.sending() / one.bare()).toList()),
                median(results.stream().map(one -> one.all() / one.bare()).toList()));
    }

    private static Round round(Supplier<Database> databases, SlackApi api) {
        try (var database = databases.get()) {
            return round(new Town(database).settle(), api);
        }
    }

    private static Round round(Town town, SlackApi api) {
        var teachers = Town.teachers();
        town.itIsTuesday(0);
        var began = town.now();
        var planning = seconds(town::plan);
        var card = town.card();
        var messenger = new SlackMessenger(api);
        var sending = seconds(() -> town.send(messenger));
        if (town.sent(began) != teachers.size()) {
            throw new IllegalStateException("sent " + town.sent(began) + " of " + teachers.size());
        }
        var bare = new BareLoop(api, card);
        var posting = seconds(() -> bare.post(teachers, AT_ONCE));
        var many = (double) teachers.size();
        return new Round(many / posting, many / sending, many / (planning + sending));
    }

    static double seconds(Runnable work) {
        var began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0;
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
