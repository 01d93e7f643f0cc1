package dev.stagecoach.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/** No token and no password in what any command prints, whatever is wrong with the call, the settings or Slack. */
class SecretsInOutputTest {
    private static final String WORD = "sesame";
    private static final String BOT = "xoxb-11-" + WORD;
    private static final String APP = "xapp-1-A0-" + WORD;
    private static final String SIGNING = "0badcafe0badcafe0badcafe0badcafe";
    private static final String POSTGRES = "postgres://user:" + WORD + "@127.0.0.1:1/db";
    private static final String JDBC = "jdbc:postgresql://127.0.0.1:1/db?user=u&password=" + WORD;
    private static final List<String> SECRETS = List.of(BOT, APP, SIGNING, POSTGRES, JDBC);

    @TempDir
    Path folder;

    private HttpServer rude;

    /** Whatever it is asked, it is broken and repeats all that it knows. */
    @BeforeEach
    void aServerThatTellsSecrets() throws IOException {
        rude = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        rude.createContext("/", exchange -> {
            var body = String.join(" ", SECRETS).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        rude.start();
    }

    @AfterEach
    void itStops() {
        rude.stop(0);
    }

    @Test
    void noCommandTellsThem_whateverIsWrong() throws IOException, InterruptedException {
        var calls = calls();
        var process = process(CallByCall.class.getName(),
                Files.write(folder.resolve("calls"), calls.stream().map(call -> String.join("\t", call)).toList())
                        .toString());
        endAfter(Duration.ofMinutes(3), process);
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines().filter(line -> line.startsWith("> "))).as(said).hasSameSizeAs(calls);
        assertThat(said.lines().filter(SecretsInOutputTest::secret)).isEmpty();
        assertThat(said).contains("postgresql://127.0.0.1:1/db", "password=***", "xoxb-***");
    }

    /** The two that go on until they are stopped. */
    @Test
    void whatRunsOnTellsNone() throws IOException, InterruptedException {
        var sqlite = "jdbc:sqlite:" + folder.resolve("a.db");
        assertThat(until("trying again", "run", "--config", settings("socket", BOT, APP, sqlite)))
                .contains("trying again").doesNotContain(WORD, SIGNING);
        assertThat(until("Ready", "sandbox", "--port", "0", "--config", settings("sandbox", BOT, APP, POSTGRES)))
                .contains("Ready").doesNotContain(WORD, SIGNING);
    }

    @Test
    void aValueBesideAnUnknownOptionIsNotRepeated() throws IOException, InterruptedException {
        var said = until("no such thing", "run", "--password", "mellon", "--token=mellon", "-pmellon");
        assertThat(said).contains("--password", "--token").doesNotContain("mellon");
        assertThat(until("no such thing", "chekc")).contains("stagecoach check");
    }

    private List<List<String>> calls() throws IOException {
        var calls = new ArrayList<List<String>>();
        for (var command : commands()) {
            calls.add(List.of(command, "--help"));
            for (var secret : SECRETS) {
                calls.add(List.of(command, secret));
                calls.add(List.of(command, "--port=" + secret, "--teams", secret, "--zone", secret));
                calls.add(List.of(command, "--database", secret, "--config", secret, "--seeds", "0"));
            }
        }
        for (var url : List.of(POSTGRES, JDBC, "mysql://user:" + WORD + "@h/db", POSTGRES + " b")) {
            var file = settings("url" + calls.size(), BOT, APP, url);
            calls.addAll(
                    List.of(List.of("run", "--config", file), List.of("run", "--exit-when-ready", "--config", file),
                            List.of("check", "--config", file), List.of("health", "--config", file)));
        }
        for (var broken : broken()) {
            var file = Files.writeString(folder.resolve("broken" + calls.size()), broken).toString();
            for (var command : List.of("run", "check", "health")) {
                calls.add(List.of(command, "--config", file));
            }
        }
        var calendar = Files.writeString(folder.resolve("a.ics"), calendar(String.join(" ", SECRETS))).toString();
        calls.add(List.of("calendar", calendar));
        calls.add(List.of("calendar", "--format", "json", calendar));
        return calls;
    }

    private static List<String> commands() {
        return List.copyOf(new CommandLine(new CommandLineMain()).getSubcommands().keySet());
    }

    private static List<String> broken() {
        return List.of("slack: {bot_token: " + APP + "}", "slack: {app_token: " + SIGNING + "}",
                "slack: {signing_secret: *" + WORD + "}", "slack: {signing_secret: !" + WORD + " a}",
                "slack: {signing_secret: &" + WORD + "}", "slack:\n  bot_token " + BOT + "\n  app_token: " + APP,
                "slack: {" + BOT + ": 1}", "slack: {" + BOT + ": 1, " + BOT + ": 2}",
                "slack: {api_url: " + SIGNING + "}",
                "slack: {api_url: 'http://u:" + WORD + "@ h/'}", "web: {host: '" + BOT + "/'}",
                "web: {port: " + BOT + "}",
                "web: {port: " + SIGNING + "}", "retention: {legal_hold: " + APP + "}", BOT,
                "database: {url: 'jdbc:sqlite:"
                        + "/dev/null/" + BOT + "/a.db'}");
    }

    private static String calendar(String name) {
        return "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261126\r\nSUMMARY:No school " + name
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private String settings(String name, String bot, String app, String url) throws IOException {
        return Files.writeString(folder.resolve(name + ".yml"), """
                slack: {bot_token: '%s', app_token: '%s', signing_secret: %s, api_url: 'http://127.0.0.1:%d/'}
                database: {url: '%s'}
                web: {port: %d}
                """.formatted(bot, app, SIGNING, rude.getAddress().getPort(), url, rude.getAddress().getPort()))
                .toString();
    }

    private static boolean secret(String line) {
        return line.contains(WORD) || line.contains(SIGNING);
    }

    private String until(String sign, String... call) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("dev.stagecoach.Main"));
        arguments.addAll(List.of(call));
        var process = process(arguments.toArray(String[]::new));
        endAfter(Duration.ofMinutes(1), process);
        var said = new StringBuilder();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains(sign)) {
                    break;
                }
            }
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        return said.toString();
    }

    /** A command that goes on for ever must not hold the tests up. */
    private static void endAfter(Duration longest, Process process) {
        process.onExit().orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(_ -> process.destroyForcibly());
    }

    private Process process(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-Dlogback.configurationFile="
                        + Path.of("src/main/resources/logback.xml").toAbsolutePath(),
                "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().keySet()
                .removeIf(name -> name.matches("SLACK_.*|STAGECOACH_.*|DATABASE_URL|PORT|JDK_JAVA_OPTIONS"));
        return builder.start();
    }
}
