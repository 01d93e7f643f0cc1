package dev.stagecoach.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.javalin.Javalin;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: {@code GET /health}, and in Slack's HTTP mode {@code POST /slack/events}. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    /** Far more than Slack ever sends. */
    private static final long LARGEST_BODY = 2_000_000;

    private final Javalin javalin;

    /**
     * Starts to listen.
     *
     * @param host the address to listen on, for example 0.0.0.0
     * @param port the port; 0 takes any free one
     * @param trouble says what is wrong just now, in words, or nothing where all is well
     * @param slack answers {@code POST /slack/events}; without it there is no such address
     */
    public WebServer(String host, int port, Supplier<Optional<String>> trouble, Optional<Endpoint> slack) {
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.http.maxRequestSize = LARGEST_BODY;
            config.concurrency.useVirtualThreads = true;
            config.routes.get("/health", context -> health(context, trouble));
            slack.ifPresent(endpoint -> config.routes.post("/slack/events", context -> answer(context, endpoint)));
        }).start(host, port);
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static void health(Context context, Supplier<Optional<String>> trouble) {
        var reason = asked(trouble);
        context.contentType("application/json").status(reason.isPresent() ? 503 : 200)
                .result(reason.map(words -> "{\"status\":\"down\",\"reason\":\"" + escaped(words) + "\"}")
                        .orElse("{\"status\":\"ok\"}"));
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

    private static void answer(Context context, Endpoint endpoint) {
        var answer = endpoint.answer(context.body(), headers(context));
        context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    private static Map<String, List<String>> headers(Context context) {
        var names = Collections.list(context.req().getHeaderNames());
        return names.stream().collect(Collectors.toMap(Function.identity(),
                name -> Collections.list(context.req().getHeaders(name)), (one, _) -> one));
    }
}
