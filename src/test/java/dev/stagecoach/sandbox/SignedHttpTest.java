package dev.stagecoach.sandbox;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests signed as Slack signs them, read by Bolt. */
class SignedHttpTest {

    @Test
    void boltTakesWhatIsSignedRight_andNothingElse() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        try (var sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START))) {
            var config = AppConfig.builder().signingSecret(sandbox.signingSecret())
                    .singleTeamBotToken(sandbox.botToken()).build();
            var slack = new com.slack.api.SlackConfig();
            slack.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
            config.setSlack(com.slack.api.Slack.getInstance(slack));
            var app = new App(config);
            app.command("/coach", (request, context) -> {
                heard.add(request.getPayload().getText());
                return context.ack("Over HTTP");
            });
            var server = serve(app, config);
            try {
                var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
                assertThat(sandbox.deliverTo(address)).isTrue();
                var fern = sandbox.as("U0FERN");
                assertThat(fern.types("#general", "/coach a & b")).isEmpty();
                assertThat(fern.sees()).contains("Over HTTP");
                assertThat(sandbox.deliverTo(address, "another-secret")).isFalse();
                assertThat(fern.types("#general", "/coach forged")).get().asString().contains("401");
            } finally {
                server.stop(0);
            }
        }
        assertThat(heard).containsExactly("a &amp; b");
    }

    @Test
    void theSignatureIsSlacks() {
        var slacks = new SlackSignature.Generator("secret").generate("1700000000", "a=b&c=%20");
        assertThat(Signature.of("secret", "1700000000", "a=b&c=%20")).isEqualTo(slacks);
    }

    private static HttpServer serve(App app, AppConfig config) throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var parser = new SlackRequestParser(config);
        server.createContext("/slack/events", exchange -> answer(app, parser, exchange));
        server.start();
        return server;
    }

    private static void answer(App app, SlackRequestParser parser, HttpExchange exchange) throws java.io.IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        try {
            var request = parser.parse(SlackRequestParser.HttpRequest.builder().requestUri("/slack/events")
                    .requestBody(body).headers(new RequestHeaders(headers)).remoteAddress("127.0.0.1").build());
            var response = app.run(request);
            var bytes = (response.getBody() == null ? "" : response.getBody()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", String.valueOf(response.getContentType()));
            exchange.sendResponseHeaders(response.getStatusCode(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (Exception e) {
            exchange.sendResponseHeaders(500, -1);
        } finally {
            exchange.close();
        }
    }
}
