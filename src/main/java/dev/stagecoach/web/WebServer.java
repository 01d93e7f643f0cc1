package dev.stagecoach.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The HTTP server: {@code GET /health}, and in Slack's HTTP mode {@code POST /slack/events}. It is the JDK's own: a few
 * addresses need no more, and it costs a bot in Socket Mode next to nothing at rest.
 *
 * <p>Whoever has no signature must not be able to use up the memory: connections, headers, the time of a request and
 * the bodies that are held at the same time are bounded.
 */
public final class WebServer implements AutoCloseable {
    /** Slack's largest forms, written in a script that takes nine characters for one, stay below. */
    private static final int LARGEST_BODY = 512 * 1024;
    /** Of bodies that are larger, or do not say how large they are, so many are held at once. */
    private static final int USUAL_BODY = 64 * 1024;
    private static final int LARGE_AT_ONCE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Endpoint.Answer NOT_HERE = new Endpoint.Answer(404, "text/plain", "Nothing is here.");
    private static final Endpoint.Answer TOO_LARGE = new Endpoint.Answer(413, "text/plain", "This is too large.");
    private static final Endpoint.Answer BUSY = new Endpoint.Answer(503, "text/plain", "Too much at once; try again.");

    static {
        // The JDK's server reads these once, when it is first used; what the command line says is left as it is.
        Map.of("jdk.httpserver.maxConnections", "200", "sun.net.httpserver.maxReqTime", "10",
                "sun.net.httpserver.maxRspTime", "20", "sun.net.httpserver.maxReqHeaders", "60",
                "sun.net.httpserver.maxReqHeaderSize", "16384").forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final Health health;
    private final Optional<Endpoint> slack;

    /**
     * Starts to listen.
     *
     * @param host the address to listen on, for example 0.0.0.0
     * @param port the port; 0 takes any free one
     * @param slack answers {@code POST /slack/events}; without it there is no such address
     * @throws UncheckedIOException where the port is taken
     */
    public WebServer(String host, int port, Health health, Optional<Endpoint> slack) {
        this.health = health;
        this.slack = slack;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> send(exchange, answer(exchange)));
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
        health.close();
    }

    private Endpoint.Answer answer(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /health" -> health.all();
            case "GET /health/live" -> health.live();
            case "GET /health/ready" -> health.ready();
            case "POST /slack/events" -> slack.isPresent() ? posted(exchange, slack.get()) : NOT_HERE;
            default -> NOT_HERE;
        };
    }

    private Endpoint.Answer posted(HttpExchange exchange, Endpoint slack) throws IOException {
        var declared = declared(exchange);
        if (declared > LARGEST_BODY) {
            return TOO_LARGE;
        }
        if (declared >= 0 && declared <= USUAL_BODY) {
            return read(exchange, slack);
        }
        if (!acquired()) {
            return BUSY;
        }
        try {
            return read(exchange, slack);
        } finally {
            large.release();
        }
    }

    /** How large it says it is; -1 where it does not say. */
    private static long declared(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Length"))
                .filter(length -> length.matches("\\d{1,18}")).map(Long::parseLong).orElse(-1L);
    }

    private boolean acquired() {
        try {
            return large.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Endpoint.Answer read(HttpExchange exchange, Endpoint slack) throws IOException {
        var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        return body.length > LARGEST_BODY
                ? TOO_LARGE
                : slack.answer(new String(body, StandardCharsets.UTF_8), exchange.getRequestHeaders());
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
