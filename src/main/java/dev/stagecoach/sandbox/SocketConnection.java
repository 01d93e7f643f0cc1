package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Socket Mode: each envelope goes to one of the app's sockets, and its ack comes back by its id. */
final class SocketConnection implements AppConnection {
    private final List<WsContext> sockets = new CopyOnWriteArrayList<>();
    private final Map<String, String> tickets = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final java.util.function.BooleanSupplier duplicates;
    private final java.util.function.Supplier<String> baseUrl;

    SocketConnection(java.util.function.BooleanSupplier duplicates, java.util.function.Supplier<String> baseUrl) {
        this.duplicates = duplicates;
        this.baseUrl = baseUrl;
    }

    /** apps.connections.open. */
    ObjectNode open(ApiCall call) {
        var ticket = UUID.randomUUID().toString();
        tickets.put(ticket, ticket);
        return Json.object().put("url", baseUrl.get().replaceFirst("^http", "ws") + "/link?ticket=" + ticket);
    }

    void routes(RoutesConfig routes) {
        routes.ws("/link", ws -> {
            ws.onConnect(this::connected);
            ws.onClose(this::gone);
            ws.onError(this::gone);
            ws.onMessage(message -> answered(message.message()));
        });
    }

    boolean connected() {
        return !sockets.isEmpty();
    }

    int underWay() {
        return waiting.size();
    }

    /** Without a word, as when a cable is pulled. */
    void drop() {
        var all = List.copyOf(sockets);
        sockets.removeAll(all);
        all.forEach(socket -> socket.session.disconnect());
    }

    /** As Slack does when it wants the app to come in anew. */
    void refresh() {
        var all = List.copyOf(sockets);
        all.forEach(s -> s.send(Json.object().put("type", "disconnect").put("reason", "refresh_requested").toString()));
        all.forEach(this::gone);
        all.forEach(WsContext::closeSession);
    }

    @Override
    public Ack send(Envelope envelope) {
        var open = sockets.stream().filter(s -> s.session.isOpen()).toList();
        if (open.isEmpty()) {
            return new Ack.Failed("the app is not connected");
        }
        var socket = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        var answer = new CompletableFuture<JsonNode>();
        waiting.put(envelope.id(), answer);
        try {
            socket.send(envelope.socketText());
            if (duplicates.getAsBoolean()) {
                socket.send(envelope.socketText());
            }
            return new Ack.Taken(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Ack.Late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ack.Late();
        } catch (ExecutionException | RuntimeException e) {
            return new Ack.Failed("the socket to the app broke");
        } finally {
            waiting.remove(envelope.id());
        }
    }

    private void connected(WsConnectContext socket) {
        var ticket = socket.queryParam("ticket");
        if (ticket == null || tickets.remove(ticket) == null) {
            socket.closeSession(1008, "link_disabled");
            return;
        }
        // Within this limit falls every envelope; a socket that nobody uses for a day is closed.
        socket.session.setMaxTextMessageSize(2_000_000);
        socket.session.setIdleTimeout(Duration.ofDays(1));
        socket.enableAutomaticPings(10, TimeUnit.SECONDS);
        sockets.add(socket);
        var hello = Json.object().put("type", "hello").put("num_connections", sockets.size());
        hello.set("connection_info", Json.object().put("app_id", School.APP));
        hello.set("debug_info", Json.object().put("host", "sandbox").put("approximate_connection_time", 18_060));
        socket.send(hello.toString());
    }

    private void gone(WsContext socket) {
        sockets.removeIf(s -> s.sessionId.equals(socket.sessionId));
    }

    private void answered(String text) {
        var message = Json.parse(text);
        var answer = waiting.get(Json.text(message, "envelope_id"));
        if (answer != null) {
            answer.complete(message.path("payload"));
        }
    }
}
