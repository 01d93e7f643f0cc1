package dev.stagecoach.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebServerTest {
    private static final Endpoint ECHO = (body, headers) -> new Endpoint.Answer(202, "text/plain",
            body + " " + headers.getOrDefault("X-Test", List.of("none")).getFirst());

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void healthSaysWhatIsWrong() throws IOException, InterruptedException {
        try (var well = server(Health.well());
                var ill = server(Health.well().needs("the disk", () -> Optional.of("the \"disk\" is full"))
                        .needs("Slack", () -> Optional.of("no line")));
                var broken = server(Health.well().needs("the disk", () -> {
                    throw new IllegalStateException("no");
                }))) {
            assertThat(get(well).statusCode()).isEqualTo(200);
            assertThat(get(well).body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(ill).statusCode()).isEqualTo(503);
            assertThat(get(ill).body())
                    .isEqualTo("{\"status\":\"down\",\"reason\":\"the \\\"disk\\\" is full; no line\"}");
            assertThat(get(broken).statusCode()).isEqualTo(503);
        }
    }

    /** A fault may quote a row, a token or an address; those are for the log. */
    @Test
    void whatAFaultSaysIsNotTold() throws IOException, InterruptedException {
        try (var broken = server(Health.well().needs("the disk", () -> {
            throw new IllegalStateException("xoxb-1 of Ada", new IOException("10.0.0.7 refused"));
        }).warns(() -> {
            throw new IllegalStateException("xoxb-1 of Ada");
        })); var odd = server(Health.well().warns(() -> {
            throw new IllegalStateException("xoxb-1 of Ada");
        }))) {
            assertThat(get(broken).body()).isEqualTo(
                    "{\"status\":\"down\",\"reason\":\"the disk could not be asked; the log tells why\"}");
            assertThat(get(odd).statusCode()).isEqualTo(200);
            assertThat(get(odd).body()).contains("the log tells").doesNotContain("Ada");
        }
    }

    @Test
    void liveAndReadyAreTwoThings() throws IOException, InterruptedException {
        try (var server = server(Health.well().lives("the clockwork", Optional::empty).needs("the disk",
                () -> Optional.of("full")));
                var dead = server(Health.well().lives("the clockwork", () -> Optional.of("it stands")))) {
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health").statusCode()).isEqualTo(503);
            assertThat(get(dead, "/health/live").body()).contains("it stands");
            assertThat(get(dead, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(dead, "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatHangsIsToldWithinTwoSeconds_andAskedOnce() throws IOException, InterruptedException {
        var hangs = new CountDownLatch(1);
        var asked = new AtomicInteger();
        try (var server = server(Health.well().needs("the database", () -> {
            asked.incrementAndGet();
            await(hangs);
            return Optional.empty();
        }))) {
            var began = System.nanoTime();
            var answer = get(server);
            get(server);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("the database has not answered for ");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
            assertThat(asked).hasValue(1);
            hangs.countDown();
        }
    }

    @Test
    void whatWorksLessWellIsToldAndTheBotIsWellAllTheSame() throws IOException, InterruptedException {
        try (var server = server(Health.well().warns(() -> List.of("file \"a\": bad", "b")))) {
            assertThat(get(server).statusCode()).isEqualTo(200);
            assertThat(get(server).body())
                    .isEqualTo("{\"status\":\"ok\",\"warnings\":[\"file \\\"a\\\": bad\",\"b\"]}");
        }
    }

    @Test
    void slackIsAnsweredByItsEndpointWithTheBodyUntouched() throws IOException, InterruptedException {
        try (var server = new WebServer("127.0.0.1", 0, Health.well(), Optional.of(ECHO));
                var without = server(Health.well())) {
            var answer = post(server, "payload=%7B%7D&a=+b");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("payload=%7B%7D&a=+b yes");
            assertThat(post(server, "a".repeat(400_000)).statusCode()).isEqualTo(202);
            assertThat(post(without, "x").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedUnread() throws IOException {
        try (var server = new WebServer("127.0.0.1", 0, Health.well(), Optional.of(ECHO))) {
            assertThat(answerTo(server, "Content-Length: 2000000\r\n\r\n")).contains(" 413 ");
        }
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsReadNoFurtherThanTheLimit() throws IOException, InterruptedException {
        try (var server = new WebServer("127.0.0.1", 0, Health.well(), Optional.of(ECHO))) {
            var chunked = HttpRequest.BodyPublishers
                    .fromPublisher(HttpRequest.BodyPublishers.ofString("a".repeat(600_000)));
            var request = HttpRequest.newBuilder(at(server, "/slack/events")).POST(chunked).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void ofLargeBodiesOnlySoManyAreHeld() throws IOException, InterruptedException {
        try (var server = new WebServer("127.0.0.1", 0, Health.well(), Optional.of(ECHO))) {
            var slow = new ArrayList<Socket>();
            for (var i = 0; i < 16; i++) {
                slow.add(opened(server, "Content-Length: 400000\r\n\r\naaa"));
            }
            Thread.sleep(500);
            assertThat(answerTo(server, "Content-Length: 400000\r\n\r\naaa")).contains(" 503 ");
            assertThat(post(server, "a usual one").statusCode()).isEqualTo(202);
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static WebServer server(Health health) {
        return new WebServer("127.0.0.1", 0, health, Optional.empty());
    }

    private static Socket opened(WebServer server, String rest) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(8_000);
        socket.getOutputStream()
                .write(("POST /slack/events HTTP/1.1\r\nHost: a\r\n" + rest).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answerTo(WebServer server, String rest) throws IOException {
        try (var socket = opened(server, rest)) {
            return new String(socket.getInputStream().readNBytes(16), StandardCharsets.US_ASCII);
        }
    }

    private HttpResponse<String> get(WebServer server) throws IOException, InterruptedException {
        return get(server, "/health");
    }

    private HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(server, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(WebServer server, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(at(server, "/slack/events")).header("X-Test", "yes")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static URI at(WebServer server, String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
