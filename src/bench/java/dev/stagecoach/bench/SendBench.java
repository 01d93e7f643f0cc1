package dev.stagecoach.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.outbox.Sender;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.BareLoop;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackMessenger;

/**
 * 10,000 check-ins due in the same minute, against {@link LoopbackSlack} without limits: messages a second of the real
 * planner, sender, composer and messenger, beside {@link BareLoop} in the same process, in turn. Arguments: rounds;
 * teams of 25 people, where not 400; the one database to try, where not both.
 */
public final class SendBench {
    private static final int AT_ONCE = Sender.AT_ONCE;

    private SendBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        var teams = args.length > 1 ? Integer.parseInt(args[1]) : Town.TEAMS;
        var databases = args.length > 2 ? List.of(args[2]) : List.of("SQLite", "PostgreSQL");
        try (var slack = Loopback.start(); var api = new SlackApi(slack.address(), "xoxb-bench")) {
            databases.forEach(name -> compare(name, api, rounds, teams));
        }
    }

    private record Round(double bare, double sending, double all) {}

    /** Each round in a town of its own: in an older one, check-ins that close are written again at the same time. */
    private static void compare(String name, SlackApi api, int rounds, int teams) {
        var results = new ArrayList<Round>();
        for (var round = 0; round <= rounds; round++) {
            var result = round(name, api, teams);
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

    private static Round round(String name, SlackApi api, int teams) {
        try (var database = Town.database(name)) {
            return round(new Town(database).settle(teams), Town.teachers(teams), api);
        }
    }

    private static Round round(Town town, List<PersonId> teachers, SlackApi api) {
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
