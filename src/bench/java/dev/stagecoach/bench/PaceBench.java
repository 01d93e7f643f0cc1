package dev.stagecoach.bench;

import java.io.IOException;
import java.time.Duration;

import dev.stagecoach.chat.Messenger.Rates;
import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.storage.TestDatabases;

/**
 * 10,000 check-ins due in the same minute, against {@link LoopbackSlack} with limits of Slack's kind: one message a
 * second for each conversation, so many a second for the workspace. The baseline is the time that the limits
 * themselves allow. Argument: messages a second for the workspace, 100 unless told; Slack's own 5 take over half an
 * hour.
 */
public final class PaceBench {
    private static final int SLACKS_CALLS_A_MINUTE = 50;

    private PaceBench() {}

    public static void main(String[] args) throws IOException {
        var perSecond = args.length > 0 ? Integer.parseInt(args[0]) : 100;
        var rates = new Rates(Duration.ofMillis(1_020), perSecond * 60, SLACKS_CALLS_A_MINUTE, SLACKS_CALLS_A_MINUTE);
        try (var slack = Loopback.start();
                var api = new SlackApi(slack.address(), "xoxb-bench", rates);
                var database = TestDatabases.sqlite()) {
            var town = new Town(database).settle();
            town.itIsTuesday(0);
            town.plan();
            slack.limit(perSecond);
            var many = Town.teachers().size();
            var took = SendBench.seconds(() -> town.sendPaced(new SlackMessenger(api), many));
            var allowed = (many - perSecond) / (double) perSecond;
            var counts = slack.counts();
            System.out.printf("%,d messages at %d a second: %.1f s, the limits allow %.1f s (%.3f); refused %d%n",
                    counts.taken(), perSecond, took, allowed, took / allowed, counts.refused());
        }
    }
}
