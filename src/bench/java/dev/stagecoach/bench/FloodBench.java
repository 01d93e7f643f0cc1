package dev.stagecoach.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.storage.Database;

/**
 * Whether what is due goes out after an attack by people who have no signature: connections on the loopback that send
 * a body of 2 MB slowly, or two header lines and no more, for 40 seconds; 25 check-ins become due a minute after the
 * start. The bot has a heap of 256 MB, and is started again where it ends, as a container would be. Arguments: "bodies"
 * or "headers", how many connections, JVM flags. It ends by itself after three minutes at most.
 */
public final class FloodBench {
    private static final Duration ATTACK = Duration.ofSeconds(40);
    private static final Duration LONGEST = Duration.ofSeconds(150);
    private static final Duration AHEAD = Duration.ofSeconds(60);
    private static final int BODY = 2_000_000;
    private static final int PIECE = 20_000;
    private static final int CONNECT_MILLIS = 500;

    private final Loopback slack;
    private final List<String> command;
    private final int port;
    private final Path log;
    private int starts;
    private int sent;

    private FloodBench(Loopback slack, String database, List<String> flags, Path log) throws IOException {
        this.slack = slack;
        this.log = log;
        this.port = freePort();
        var offset = Duration.between(Instant.now(), Town.FIRST.minus(AHEAD));
        this.command = Stream.of(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")), flags,
                List.of(FloodedBot.class.getName(), offset.toString(), slack.address().toString(), database,
                        String.valueOf(port)))
                .flatMap(List::stream).toList();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("stagecoach-flood");
        var url = "jdbc:sqlite:" + folder.resolve("flood.db");
        try (var database = Database.open(url)) {
            new Town(database).settle(1);
        }
        try (var slack = Loopback.start()) {
            var bench = new FloodBench(slack, url, List.of(args).subList(2, args.length), folder.resolve("bot.log"));
            bench.run(args[0], Integer.parseInt(args[1]));
        }
    }

    private void run(String kind, int many) throws IOException, InterruptedException {
        var began = Instant.now();
        var bot = start();
        try {
            awaitHealth();
            var held = new ArrayList<Optional<SocketChannel>>();
            while (Instant.now().isBefore(began.plus(LONGEST)) && sent < Town.TEACHERS) {
                if (Instant.now().isBefore(began.plus(ATTACK))) {
                    attack(kind, many, held, began.plus(ATTACK));
                } else {
                    release(held);
                    Thread.sleep(Duration.ofSeconds(1));
                    sent += slack.counts().taken();
                }
                if (!bot.isAlive()) {
                    System.out.printf("after %3d s the bot ended with %d and is started again%n", since(began),
                            bot.exitValue());
                    bot = start();
                }
            }
            System.out.printf(
                    "%s %d: %d of %d due messages sent after %d s, %d starts, health %s, OutOfMemoryErrors %d%n",
                    kind, many, sent, Town.TEACHERS, since(began), starts, health(), outOfMemory());
        } finally {
            bot.destroy();
            bot.waitFor();
        }
    }

    private static long since(Instant began) {
        return Duration.between(began, Instant.now()).toSeconds();
    }

    private Process start() throws IOException {
        starts++;
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    private void awaitHealth() throws InterruptedException {
        while (!health().startsWith("200")) {
            Thread.sleep(200);
        }
    }

    /** One round: whoever was sent away comes again, and each sends a little more. */
    private void attack(String kind, int many, List<Optional<SocketChannel>> held, Instant until)
            throws InterruptedException {
        for (var i = 0; i < many && Instant.now().isBefore(until); i++) {
            if (held.size() <= i) {
                held.add(Optional.empty());
            }
            held.set(i, held.get(i).filter(channel -> more(kind, channel)).or(() -> opened(kind)));
        }
        Thread.sleep(200);
    }

    private Optional<SocketChannel> opened(String kind) {
        try {
            var channel = SocketChannel.open();
            channel.socket().connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            channel.write(text("POST /slack/events HTTP/1.1\r\nHost: localhost\r\n"));
            if (kind.equals("bodies")) {
                channel.write(text("Content-Length: " + BODY + "\r\n\r\n"));
                channel.configureBlocking(false);
            } else {
                channel.configureBlocking(false);
                channel.write(text("X-A: b\r\nX-C: "));
            }
            return Optional.of(channel);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** So much in each round that a body is nearly whole when the attack ends; a header line must stay short. */
    private static boolean more(String kind, SocketChannel channel) {
        try {
            channel.write(text("a".repeat(kind.equals("bodies") ? PIECE : 1)));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void release(List<Optional<SocketChannel>> held) throws IOException {
        for (var channel : held) {
            if (channel.isPresent()) {
                channel.get().close();
            }
        }
        held.clear();
    }

    private static ByteBuffer text(String words) {
        return ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII));
    }

    private String health() throws InterruptedException {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                .timeout(Duration.ofSeconds(5)).build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(question, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "none: " + e.getMessage();
        }
    }

    private long outOfMemory() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("OutOfMemoryError")).count();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
