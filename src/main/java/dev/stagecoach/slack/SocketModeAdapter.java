package dev.stagecoach.slack;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonParser;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.socket_mode.request.SocketModeRequest;
import com.slack.api.bolt.socket_mode.request.SocketModeRequestParser;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.impl.SocketModeClientTyrusImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slack's Socket Mode. Keeps trying until Slack is there, and reconnects when the line breaks; every message is handled
 * on a virtual thread of its own, so a slow answer holds up no other.
 */
public final class SocketModeAdapter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketModeAdapter.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final long CHECK_MILLIS = 5_000;

    private final SlackApi api;
    private final Future<BoltAdapter> door;
    private final String appToken;
    private final CompletableFuture<SocketModeClient> client = new CompletableFuture<>();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final OtherLines lines = new OtherLines();
    private volatile boolean closed;

    /**
     * @param door who answers; what comes before it is there waits for it
     * @param appToken the app-level token (xapp-...) with the scope connections:write
     */
    public SocketModeAdapter(SlackApi api, Future<BoltAdapter> door, String appToken) {
        this.api = api;
        this.door = door;
        this.appToken = appToken;
    }

    /** Begins to connect and returns at once. */
    public void start() {
        Thread.ofPlatform().daemon().name("slack-connect").start(this::connectAtLast);
    }

    /** Waits until the line stood for the first time; false when that took longer. */
    public boolean awaitConnected(Duration longest) throws InterruptedException {
        return connected.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the line stands now; asks Slack with a ping and may take three seconds where it does not. */
    public boolean isConnected() {
        return client.isDone() && !closed && client.join().verifyConnection();
    }

    /** What is odd about the line, in words; it works all the same. */
    public List<String> warnings() {
        return lines.warning().stream().toList();
    }

    @Override
    public void close() {
        closed = true;
        if (client.isDone()) {
            try {
                client.join().close();
            } catch (IOException e) {
                LOG.warn("the connection to Slack did not close well: {}", e.getMessage());
            }
        }
    }

    private void connectAtLast() {
        var pause = FIRST_PAUSE;
        while (!closed && !connect()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    /** Once a client is there, it reconnects by itself. */
    private boolean connect() {
        try {
            var url = api.slack().issueSocketModeUrl(appToken);
            // No poll threads: a message goes to a thread of its own the moment it comes.
            var fresh = new SocketModeClientTyrusImpl(api.slack(), appToken, url, 0, new DirectQueue(this::handle),
                    true,
                    true, CHECK_MILLIS);
            fresh.addWebSocketMessageListener(message -> answer(fresh, message));
            fresh.connect();
            // Only now: Slack's hello may come before the client knows its line, and waits for it here.
            client.complete(fresh);
            if (closed) {
                fresh.close();
            }
            return true;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            // The SDK throws an unchecked exception where Slack answers "no".
            LOG.warn("Slack cannot be reached for Socket Mode, trying again: {}", e.getMessage());
            return false;
        }
    }

    private void handle(String message) {
        try {
            client.join().processMessage(message);
        } catch (IOException | RuntimeException e) {
            LOG.warn("a message from Slack could not be handled: {}", e.getMessage(), e);
        }
    }

    private void answer(SocketModeClient line, String message) {
        // The first message of all is Slack's hello.
        connected.countDown();
        lines.heard(message);
        if (message.contains("\"envelope_id\"")) {
            var app = app();
            var request = new SocketModeRequestParser(app.config()).parse(message);
            if (request != null) {
                send(line, acknowledgement(request.getEnvelope().getEnvelopeId(), run(app, request)));
            }
        }
    }

    private App app() {
        try {
            return door.get().app();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the door", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("there is no door", e);
        }
    }

    private static Response run(App app, SocketModeRequest request) {
        try {
            return app.run(request.getBoltRequest());
        } catch (Exception e) {
            LOG.error("a message from Slack could not be handled", e);
            return Acks.plain();
        }
    }

    /** Slack is answered whatever happened: without that it shows the person an error of its own. */
    private static String acknowledgement(String envelope, Response response) {
        var ack = Json.empty().put("envelope_id", envelope);
        var body = response.getBody();
        if (response.getStatusCode() == 200 && body != null && body.startsWith("{")) {
            ack.put("payload", JsonParser.parseString(body));
        }
        return Json.write(ack.build());
    }

    /** While the line changes from one connection to the next, an acknowledgement waits for a moment. */
    private static void send(SocketModeClient line, String acknowledgement) {
        for (var attempt = 1; attempt <= 10; attempt++) {
            try {
                line.sendWebSocketMessage(acknowledgement);
                return;
            } catch (RuntimeException e) {
                LOG.debug("an acknowledgement waits for the line: {}", e.getMessage());
                pause();
            }
        }
        LOG.warn("an acknowledgement did not reach Slack");
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
