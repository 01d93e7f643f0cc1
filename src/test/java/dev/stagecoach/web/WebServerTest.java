package dev.stagecoach.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WebServerTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void healthSaysWhatIsWrong() throws IOException, InterruptedException {
        try (var well = new WebServer("127.0.0.1", 0, Optional::empty, List.of(), Optional.empty());
                var ill = new WebServer("127.0.0.1", 0, () -> Optional.of("the \"disk\" is full"), List.of(),
                        Optional.empty());
                var broken = new WebServer("127.0.0.1", 0, () -> {
                    throw new IllegalStateException("no");
                }, List.of(), Optional.empty())) {
            assertThat(get(well).statusCode()).isEqualTo(200);
            assertThat(get(well).body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(get(ill).statusCode()).isEqualTo(503);
            assertThat(get(ill).body()).isEqualTo("{\"status\":\"down\",\"reason\":\"the \\\"disk\\\" is full\"}");
            assertThat(get(broken).statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatWorksLessWellIsToldAndTheBotIsWellAllTheSame() throws IOException, InterruptedException {
        try (var server = new WebServer("127.0.0.1", 0, Optional::empty, List.of("file \"a\": bad", "b"),
                Optional.empty())) {
            assertThat(get(server).statusCode()).isEqualTo(200);
            assertThat(get(server).body())
                    .isEqualTo("{\"status\":\"ok\",\"warnings\":[\"file \\\"a\\\": bad\",\"b\"]}");
        }
    }

    @Test
    void slackIsAnsweredByItsEndpointWithTheBodyUntouched() throws IOException, InterruptedException {
        Endpoint echo = (body, headers) -> new Endpoint.Answer(202, "text/plain",
                body + " " + headers.getOrDefault("X-Test", List.of("none")).getFirst());
        try (var server = new WebServer("127.0.0.1", 0, Optional::empty, List.of(), Optional.of(echo));
                var without = new WebServer("127.0.0.1", 0, Optional::empty, List.of(), Optional.empty())) {
            var answer = post(server, "payload=%7B%7D&a=+b");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("payload=%7B%7D&a=+b yes");
            assertThat(post(without, "x").statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> get(WebServer server) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(at(server, "/health")).build(), HttpResponse.BodyHandlers.ofString());
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
