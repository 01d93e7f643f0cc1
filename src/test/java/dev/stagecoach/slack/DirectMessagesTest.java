package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.slack.FakeSlack.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What people write to the bot alone is answered there, once, and nothing else is. */
class DirectMessagesTest {
    private static final String SECRET = "xyzzy";
    private static final Reply HELLO = new Reply.ToYou(Card.saying("Hello"));

    @Test
    void aCommandInPlainWordsIsAnsweredInTheConversation() {
        try (var door = door(HELLO)) {
            assertThat(door.post(said("E1", "please say it twice").toString()).status()).isEqualTo(200);
            assertThat(((Call.Typed) door.calls.remove()).rest()).isEqualTo("it twice");
            assertThat(posted(door)).contains("Hello").doesNotContain("thread_ts");
        }
    }

    @Test
    void whatIsNoCommandGetsTheNextStep() {
        try (var door = door(HELLO)) {
            for (var text : List.of("What a day!", "", "?", "/coach")) {
                door.post(said("E" + text.length(), text).toString());
                assertThat(posted(door)).as(text).contains("Your next step");
            }
            assertThat(door.calls).isEmpty();
        }
    }

    @Test
    void aFormWaitsBehindAButtonBecauseOnlyAClickOpensOne() {
        var form = new Form("f.g", "Your preferences", "Save", "", List.of());
        try (var door = door(new Reply.Open(form))) {
            door.post(said("E1", "say 1 2").toString());
            assertThat(posted(door)).contains("Your preferences", "Open it", "desk.type", "T1/D1 say 1 2");
            door.interact("{\"type\":\"block_actions\",\"trigger_id\":\"t1\",\"team\":{\"id\":\"T1\"},"
                    + "\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"},\"actions\":[{\"type\":\"button\","
                    + "\"action_id\":\"desk.type#0\",\"block_id\":\"x\",\"value\":\"T1/D1 say 1 2\"}]}");
            assertThat(door.slack.next().method()).isEqualTo("views.open");
        }
    }

    @Test
    void inAThreadTheAnswerStandsInTheThread() {
        try (var door = door(HELLO)) {
            var event = said("E1", "say");
            event.getAsJsonObject("event").addProperty("thread_ts", "7.000001");
            door.post(event.toString());
            assertThat(posted(door)).contains("Hello", "thread_ts=7.000001", "channel=D1");
        }
    }

    @Test
    void aFileWithWordsIsAMessageToo() {
        try (var door = door(HELLO)) {
            var event = said("E1", "look at this");
            event.getAsJsonObject("event").addProperty("subtype", "file_share");
            door.post(event.toString());
            assertThat(posted(door)).contains("Your next step");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot_id=B1", "subtype=bot_message", "subtype=message_changed", "subtype=message_deleted",
            "subtype=channel_join", "channel_type=channel", "channel_type=group", "channel_type=mpim", "user=UBOT",
            "user=USLACKBOT", "user="})
    void nothingElseIsAnswered(String changed) {
        try (var door = door(HELLO)) {
            var event = said("E1", "say");
            var parts = changed.split("=", -1);
            event.getAsJsonObject("event").remove(parts[0]);
            if (!parts[1].isEmpty()) {
                event.getAsJsonObject("event").add(parts[0], new JsonPrimitive(parts[1]));
            }
            assertThat(door.post(event.toString()).status()).isEqualTo(200);
            assertThat(door.calls).isEmpty();
            assertThat(door.slack.nothingElseCame()).isTrue();
        }
    }

    @Test
    void aMessageThatComesAgainIsAnsweredOnceBeyondARestart() {
        try (var door = door(HELLO)) {
            var event = said("E1", "say").toString();
            door.post(event);
            door.post(event);
            assertThat(posted(door)).contains("Hello");
            assertThat(door.restarted().post(event).status()).isEqualTo(200);
            assertThat(door.calls).hasSize(1);
            assertThat(door.slack.nothingElseCame()).isTrue();
            door.post(said("E2", "say").toString());
            assertThat(posted(door)).contains("Hello");
        }
    }

    @Test
    void nothingThatIsWrittenIsLoggedOrKept() {
        try (var door = new DoorFixture(_ -> {
            throw new IllegalStateException("broken on purpose");
        })) {
            door.slack.on("chat.postMessage", Answer.json("{\"ok\":false,\"error\":\"channel_not_found\"}"));
            var logged = logged(() -> {
                door.post(said("E1", "say " + SECRET).toString());
                door.post(said("E2", SECRET).toString());
                return "";
            });
            assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET));
            List<String> kept = door.database.read(tx -> tx.handle()
                    .createQuery("select call || person || coalesce(answer, '') from handled").mapTo(String.class)
                    .list());
            assertThat(kept).hasSize(2).noneMatch(row -> row.contains(SECRET));
        }
    }

    private static List<String> logged(Supplier<String> work) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var list = new ListAppender<ILoggingEvent>();
        list.start();
        root.addAppender(list);
        try {
            var _ = work.get();
        } finally {
            root.detachAppender(list);
        }
        return new ArrayList<>(list.list).stream().map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .toList();
    }

    private static DoorFixture door(Reply reply) {
        var door = new DoorFixture(_ -> reply);
        door.slack.on("conversations.open", Answer.json("{\"ok\":true,\"channel\":{\"id\":\"D1\"}}"))
                .on("chat.postMessage", Answer.json("{\"ok\":true,\"channel\":\"D1\",\"ts\":\"9.000001\"}"));
        return door;
    }

    private static String posted(DoorFixture door) {
        var asked = door.slack.next();
        while (!asked.method().equals("chat.postMessage")) {
            asked = door.slack.next();
        }
        return asked.body();
    }

    private static JsonObject said(String id, String text) {
        var event = new JsonObject();
        event.addProperty("type", "message");
        event.addProperty("channel_type", "im");
        event.addProperty("channel", "D1");
        event.addProperty("user", "U1");
        event.addProperty("text", text);
        event.addProperty("ts", "8.000001");
        var sent = new JsonObject();
        sent.addProperty("type", "event_callback");
        sent.addProperty("team_id", "T1");
        sent.addProperty("event_id", id);
        sent.add("event", event);
        sent.add("authorizations",
                JsonParser.parseString("[{\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"is_bot\":true}]"));
        return sent;
    }
}
