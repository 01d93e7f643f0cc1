package dev.stagecoach.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.stagecoach.slack.SlackApi;
import dev.stagecoach.slack.SlackMessenger;
import dev.stagecoach.storage.TestDatabases;

/**
 * Resident memory while 10,000 check-ins are planned and sent, beside that of the same process at rest after its first
 * ones. For Linux, where a process can read its own; run it with the program's own flags (JAVA_TOOL_OPTIONS).
 */
public final class MemoryBench {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");
    private static final String RESET_PEAK = "5";

    private MemoryBench() {}

    public static void main(String[] args) throws IOException {
        try (var slack = Loopback.start();
                var api = new SlackApi(slack.address(), "xoxb-bench");
                var database = TestDatabases.sqlite()) {
            var town = new Town(database).settle(1);
            week(town, api, 0);
            var rest = kilobytes("VmRSS:");
            town.settleRest();
            Files.writeString(CLEAR, RESET_PEAK);
            week(town, api, 1);
            var peak = kilobytes("VmHWM:");
            System.out.printf("at rest %,d kB, during the 10,000 at most %,d kB (%.2f)%n", rest, peak,
                    peak / (double) rest);
        }
    }

    private static void week(Town town, SlackApi api, int week) {
        town.itIsTuesday(week);
        town.plan();
        town.send(new SlackMessenger(api));
    }

    private static long kilobytes(String key) throws IOException {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(key)).map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong).findFirst().orElseThrow();
        }
    }
}
