package dev.stagecoach.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server in a process of its own that takes messages as Slack does and keeps none, so that what is measured is the
 * sender. With limits it answers 429 like Slack: one message a second for each channel without any burst, and so many
 * a second for the workspace with a burst of one second's worth. The two are told by GET /limits?perSecond=N, 0 for
 * none; GET /counts answers how many messages were taken and how many refused.
 */
public final class LoopbackSlack {
    private static final long SECOND = 1_000_000_000L;
    private static final String LIMITED = "{\"ok\":false,\"error\":\"ratelimited\"}";

    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Map<String, Long> channelFree = new HashMap<>();
    private long perSecond;
    private long workspaceFree;

    private LoopbackSlack() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new LoopbackSlack()::serve);
        server.start();
        System.out.println(server.getAddress().getPort());
        Thread.currentThread().join();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "chat.postMessage" -> post(exchange, channel(body));
                case "limits" -> {
                    limit(Long.parseLong(exchange.getRequestURI().getQuery().replaceAll("\\D", "")));
                    answer(exchange, 200, "");
                }
                case "counts" -> answer(exchange, 200, taken.getAndSet(0) + " " + refused.getAndSet(0));
                default -> answer(exchange, 200, "{\"ok\":true}");
            }
        }
    }

    private void post(HttpExchange exchange, String channel) throws IOException {
        var wait = wait(channel, System.nanoTime());
        if (wait > 0) {
            refused.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", String.valueOf((wait + SECOND - 1) / SECOND));
            answer(exchange, 429, LIMITED);
        } else {
            var number = taken.incrementAndGet();
            answer(exchange, 200, "{\"ok\":true,\"channel\":\"" + (channel.startsWith("U") ? "D" : "")
                    + channel + "\",\"ts\":\"1700000000." + number + "\"}");
        }
    }

    private synchronized void limit(long messages) {
        perSecond = messages;
        channelFree.clear();
        workspaceFree = System.nanoTime();
    }

    /** Nanoseconds until the message would be taken; zero or less where it is. */
    private synchronized long wait(String channel, long now) {
        if (perSecond == 0) {
            return 0;
        }
        var wait = Math.max(channelFree.getOrDefault(channel, now) - now, workspaceFree - SECOND - now);
        if (wait <= 0) {
            channelFree.put(channel, now + SECOND);
            workspaceFree = Math.max(workspaceFree, now) + SECOND / perSecond;
        }
        return wait;
    }

    private static String channel(String form) {
        var from = form.indexOf("channel=") + "channel=".length();
        var until = form.indexOf('&', from);
        return until < 0 ? form.substring(from) : form.substring(from, until);
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        var body = words.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
