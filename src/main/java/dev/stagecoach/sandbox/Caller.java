package dev.stagecoach.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import tools.jackson.databind.node.ObjectNode;

/** Tells the app things, over whichever line it has, and tells events again where they were not acknowledged. */
final class Caller implements AutoCloseable {
    /** As Slack does: at once, after a minute, after five. */
    private static final List<Duration> RETRIES = List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private final Workspace workspace;
    private final Payloads payloads;
    private final AppManifest manifest;
    private final SocketConnection socket;
    private final AtomicReference<AppConnection> line;
    private final ScheduledExecutorService later = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-retries").factory());

    Caller(Workspace workspace, Payloads payloads, AppManifest manifest, SocketConnection socket) {
        this.workspace = workspace;
        this.payloads = payloads;
        this.manifest = manifest;
        this.socket = socket;
        this.line = new AtomicReference<>(socket);
    }

    boolean useHttp(URI address, String secret) {
        return use(HttpEndpoint.at(address), secret);
    }

    boolean use(AppEndpoint end, String secret) {
        var signed = new SignedConnection(end, secret);
        line.set(signed);
        return signed.verify();
    }

    void useSocket() {
        line.set(socket);
    }

    Ack call(Envelope envelope) {
        return line.get().send(envelope);
    }

    /**
     * Tells an event if the app has subscribed to it, and waits for the first acknowledgement.
     *
     * @param subscription the name in the app's manifest
     */
    void event(String subscription, ObjectNode event) {
        if (!manifest.events().contains(subscription)) {
            return;
        }
        tell(workspace.within(() -> payloads.event(event)));
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private void tell(Envelope envelope) {
        switch (call(envelope)) {
            case Ack.Taken _ -> {
                // told
            }
            case Ack.Late _,Ack.Failed _ -> {
                if (envelope.retry() < RETRIES.size() && !later.isShutdown()) {
                    var pause = RETRIES.get(envelope.retry()).toMillis();
                    later.schedule(() -> tell(envelope.again()), pause, TimeUnit.MILLISECONDS);
                }
            }
        }
    }
}
