package dev.stagecoach.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A few of Slack's methods with prepared answers, for faults that a real workspace does not show on request. */
final class FakeSlack implements AutoCloseable {
    private static final Function<Asked, Answer> OK = _ -> Answer.json("{\"ok\":true}");

    private final HttpServer server;
    private final Map<String, Function<Asked, Answer>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();

    FakeSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** A request: the method's name, and the body with form encoding undone. */
    record Asked(String method, String body) {}

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer json(String body) {
            return new Answer(200, Map.of("Content-Type", "application/json"), body);
        }

        static Answer status(int status) {
            return new Answer(status, Map.of(), "trouble");
        }
    }

    FakeSlack on(String method, Answer answer) {
        answers.put(method, _ -> answer);
        return this;
    }

    FakeSlack on(String method, Function<Asked, Answer> answer) {
        answers.put(method, answer);
        return this;
    }

    URI address() {
        return URI.create(base() + "/api/");
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request that came in; waits for it. */
    Asked next() {
        try {
            var next = asked.poll(20, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing came");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean nothingElseCame() {
        return asked.isEmpty();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var form = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")).contains("urlencoded");
            var path = exchange.getRequestURI().getPath();
            var one = new Asked(path.substring(path.lastIndexOf('/') + 1),
                    form ? URLDecoder.decode(sent, StandardCharsets.UTF_8) : sent);
            var answer = answers.getOrDefault(one.method(), OK).apply(one);
            asked.add(one);
            answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
