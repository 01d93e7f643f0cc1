package dev.stagecoach;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.Sandbox;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real process is killed while it sends, again and again: whoever was to hear something hears it once. Each round
 * a coach opens a self-assessment, which invites everybody of a team, and the process is killed at a random moment after
 * that. {@code -Dkill.rounds=50} kills it so often.
 */
class KilledTest {
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final int TEACHERS = 12;
    private static final int LONGEST = 900;
    private static final String INVITATION = "Where does your class stand?";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void everyInvitationArrivesOnceHoweverOftenTheProcessIsKilled() throws IOException {
        var seed = Instant.now().toEpochMilli();
        var dice = new Random(seed);
        try (var sandbox = Sandbox.start(0, SandboxClock.running(SandboxClock.START))) {
            IntStream.range(0, ROUNDS).forEach(team -> moveIn(sandbox, team));
            var process = start(sandbox);
            try {
                IntStream.range(0, ROUNDS).forEach(team -> setUp(sandbox, team));
                for (var team = 0; team < ROUNDS; team++) {
                    openRound(sandbox, team);
                    Thread.sleep(dice.nextInt(LONGEST));
                    process.destroyForcibly().waitFor();
                    process = start(sandbox);
                }
                process.destroyForcibly().waitFor();
                // What a killed process was sending is taken up when its claim has lapsed.
                sandbox.clock().advance(Duration.ofMinutes(10));
                process = start(sandbox);
                assertThat(sandbox.until(PATIENCE, () -> allIsSaid(sandbox.clock().instant())))
                        .as("all is said, seed " + seed).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                process.destroyForcibly();
            }
            assertThat(heardTwiceOrNever(sandbox)).as("seed " + seed).isEmpty();
        }
    }

    private static List<String> heardTwiceOrNever(Sandbox sandbox) {
        var wrong = new ArrayList<String>();
        for (var team = 0; team < ROUNDS; team++) {
            for (var number = 0; number < TEACHERS; number++) {
                var times = sandbox.as(teacher(team, number)).dm().stream()
                        .filter(text -> text.contains(INVITATION)).count();
                if (times != 1) {
                    wrong.add("teacher " + number + " of team " + team + " was invited " + times + " times");
                }
            }
        }
        return wrong;
    }

    private boolean allIsSaid(Instant now) {
        // The file is the bot's own; whoever looks on opens it beside it.
        try (var beside = DriverManager.getConnection(url());
                var statement = beside.prepareStatement(
                        "select count(*) from delivery where state in ('due', 'sending') and due_at <= ?")) {
            statement.setLong(1, now.toEpochMilli());
            try (var row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void moveIn(Sandbox sandbox, int team) {
        var everybody = Stream.concat(Stream.of(coach(team)),
                IntStream.range(0, TEACHERS).mapToObj(number -> teacher(team, number))).toList();
        everybody.forEach(id -> sandbox.owner().hire(id, "Person " + id, SandboxClock.ZONE));
        sandbox.addChannel("team-" + team, Stream.concat(everybody.stream(), Stream.of("U0COACHBOT")).toList());
    }

    private static void setUp(Sandbox sandbox, int team) {
        var coach = sandbox.as(coach(team));
        assertThat(coach.types("#team-" + team, "/coach setup")).isEmpty();
        sendAll(coach, coach.modal().fill("School", "Juniper Ridge"));
    }

    private static void openRound(Sandbox sandbox, int team) {
        var coach = sandbox.as(coach(team));
        assertThat(coach.types("#team-" + team, "/coach round")).isEmpty();
        sendAll(coach, coach.modal());
    }

    private static void sendAll(Persona coach, OpenModal form) {
        assertThat(form.submit()).isEmpty();
        while (coach.hasModal()) {
            coach.modal().close();
        }
    }

    private Process start(Sandbox sandbox) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var offset = Duration.between(Instant.now(), sandbox.clock().instant());
        var process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp",
                System.getProperty("java.class.path"), KilledBot.class.getName(), offset.toString(), sandbox.apiUrl(),
                sandbox.botToken(), sandbox.appToken(), url()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(lines.lines().anyMatch("Ready"::equals)).as("the process is ready").isTrue();
        return process;
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("stagecoach.db");
    }

    private static String coach(int team) {
        return "U0C%03d".formatted(team);
    }

    private static String teacher(int team, int number) {
        return "U0T%03dN%02d".formatted(team, number);
    }
}
