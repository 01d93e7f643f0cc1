package dev.stagecoach.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: {@code GET /health}, and in Slack's HTTP mode {@code POST /slack/events}. It is the JDK's own: two
 * addresses need no more, and it costs a bot in Socket Mode next to nothing at rest.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    /** Far more than Slack ever sends. */
    private static final int LARGEST_BODY = 2_000_000;
    private static final Endpoint.Answer NOT_HERE = new Endpoint.Answer(404, "text/plain", "Nothing is here.");
    private static final Endpoint.Answer TOO_LARGE = new Endpoint.Answer(413, "text/plain", "This is too large.");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * Starts to listen.
     *
     * @param host the address to listen on, for example 0.0.0.0
     * @param port the port; 0 takes any free one
     * @param trouble says what is wrong just now, in words, or nothing where all is well
     * @param warnings what works less well than it should, in words; the bot is well all the same
     * @param slack answers {@code POST /slack/events}; without it there is no such address
     * @throws UncheckedIOException where the port is taken
     */
    public WebServer(String host, int port, Supplier<Optional<String>> trouble, List<String> warnings,
            Optional<Endpoint> slack) {
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> send(exchange, answer(exchange, () -> health(trouble, warnings), slack)));
        server.start();
    }

    /** The port that is listened on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private static Endpoint.Answer answer(HttpExchange exchange, Supplier<Endpoint.Answer> health,
            Optional<Endpoint> slack) throws IOException {
        return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /health" -> health.get();
            case "POST /slack/events" -> slack.isPresent() ? posted(exchange, slack.get()) : NOT_HERE;
            default -> NOT_HERE;
        };
    }

    private static Endpoint.Answer posted(HttpExchange exchange, Endpoint slack) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        return body.length > LARGEST_BODY
                ? TOO_LARGE
                : slack.answer(new String(body, StandardCharsets.UTF_8), exchange.getRequestHeaders());
    }

    private static Endpoint.Answer health(Supplier<Optional<String>> trouble, List<String> warnings) {
        return asked(trouble).map(words -> new Endpoint.Answer(503, "application/json",
                "{\"status\":\"down\",\"reason\":\"" + escaped(words) + "\"}"))
                .orElse(new Endpoint.Answer(200, "application/json", "{\"status\":\"ok\"" + words(warnings) + "}"));
    }

    private static String words(List<String> warnings) {
        return warnings.isEmpty()
                ? ""
                : warnings.stream().map(words -> "\"" + escaped(words) + "\"")
                        .collect(Collectors.joining(",", ",\"warnings\":[", "]"));
    }

    private static Optional<String> asked(Supplier<Optional<String>> trouble) {
        try {
            return trouble.get();
        } catch (RuntimeException e) {
            LOG.warn("the health check itself failed", e);
            return Optional.of("the health check itself failed: " + e.getMessage());
        }
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    /** The one catch-all of this door is the endpoint's own; what fails here is the connection. */
    private static void send(HttpExchange exchange, Endpoint.Answer answer) throws IOException {
        var body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
