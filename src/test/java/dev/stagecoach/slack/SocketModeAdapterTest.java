package dev.stagecoach.slack;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.slack.FakeSlack.Answer;
import io.javalin.Javalin;
import io.javalin.websocket.WsConnectContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class SocketModeAdapterTest {
    private static final int AT_ONCE = 30;

    private final BlockingQueue<WsConnectContext> lines = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    private final AtomicInteger opened = new AtomicInteger();
    private Javalin peer = Javalin.create();

    @BeforeEach
    void open() {
        peer = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.ws("/link", ws -> {
                ws.onConnect(context -> {
                    context.send("{\"type\":\"hello\",\"num_connections\":1}");
                    lines.add(context);
                });
                ws.onMessage(context -> acknowledged.add(context.message()));
            });
        }).start("127.0.0.1", 0);
    }

    @AfterEach
    void close() {
        peer.stop();
    }

    @RepeatedTest(5)
    void messagesAreHandledSideBySide() throws InterruptedException {
        var everybodyIsIn = new CountDownLatch(AT_ONCE);
        try (var fixture = fixture(everybodyIsIn, false);
                var socket = new SocketModeAdapter(fixture.api, CompletableFuture.completedFuture(fixture.door),
                        "xapp-1")) {
            socket.start();
            assertThat(socket.awaitConnected(Duration.ofSeconds(20))).isTrue();
            assertThat(socket.isConnected()).isTrue();
            var line = lines.take();
            for (var i = 0; i < AT_ONCE; i++) {
                line.send(command("e" + i, "t" + i));
            }

            // No handler returns before all are in: one after another would never end.
            for (var i = 0; i < AT_ONCE; i++) {
                assertThat(acknowledged.poll(20, TimeUnit.SECONDS)).contains("envelope_id", "All in");
            }
        }
    }

    @Test
    void triesAgainWhereSlackIsNotThereAtTheStartAndGoesOnAfterADisconnect() throws InterruptedException {
        try (var fixture = fixture(new CountDownLatch(1), true);
                var socket = new SocketModeAdapter(fixture.api, CompletableFuture.completedFuture(fixture.door),
                        "xapp-1")) {
            socket.start();
            assertThat(socket.awaitConnected(Duration.ofSeconds(20))).isTrue();
            assertThat(opened).hasValueGreaterThan(1);

            lines.take().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
            lines.take().send(command("e1", "t1"));

            assertThat(acknowledged.poll(20, TimeUnit.SECONDS)).contains("\"envelope_id\":\"e1\"", "All in");
        }
    }

    private DoorFixture fixture(CountDownLatch everybodyIsIn, boolean firstRefused) {
        var fixture = new DoorFixture(_ -> {
            everybodyIsIn.countDown();
            try {
                everybodyIsIn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new Reply.ToYou(Card.saying("All in"));
        });
        fixture.slack.on("apps.connections.open", _ -> opened.incrementAndGet() == 1 && firstRefused
                ? Answer.json("{\"ok\":false,\"error\":\"internal_error\"}")
                : Answer.json("{\"ok\":true,\"url\":\"ws://127.0.0.1:" + peer.port() + "/link\"}"));
        return fixture;
    }

    private static String command(String envelope, String trigger) {
        return """
                {"type":"slash_commands","envelope_id":"%s","accepts_response_payload":true,"payload":{"team_id":"T1",
                 "channel_id":"C1","user_id":"U1","command":"/coach","text":"say","trigger_id":"%s",
                 "response_url":"http://127.0.0.1:1/none"}}""".formatted(envelope, trigger);
    }
}
