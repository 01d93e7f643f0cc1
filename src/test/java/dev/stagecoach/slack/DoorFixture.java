package dev.stagecoach.slack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import com.slack.api.app_backend.SlackSignature;
import dev.stagecoach.app.Command;
import dev.stagecoach.app.Dispatcher;
import dev.stagecoach.app.Handlers;
import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Aliases;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Events;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.TestDatabases;

/** A whole door with one feature whose handlers answer as a test says, in front of a {@link FakeSlack}. */
final class DoorFixture implements AutoCloseable {
    static final String SECRET = "shhh";
    static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");

    final FakeSlack slack = new FakeSlack();
    final SlackApi api = new SlackApi(slack.address(), "xoxb-1");
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    final Database database = TestDatabases.sqlite();
    BoltAdapter door;
    private final Handlers feature;
    private volatile Consumer<ChannelId> joined = _ -> {};

    DoorFixture(Function<Call, Reply> answer) {
        this((_, call) -> answer.apply(call));
    }

    /** @param answer may change the database */
    DoorFixture(BiFunction<Database, Call, Reply> answer) {
        Function<Call, Reply> noted = call -> {
            calls.add(call);
            return answer.apply(database, call);
        };
        feature = new Handlers("test",
                List.of(new Command("say", Access.Who.ANYONE, noted::apply, Aliases.NONE)),
                Map.of("a.b", noted::apply), Map.of("f.g", noted::apply), Map.of("save", noted::apply));
        door = door();
    }

    private BoltAdapter door() {
        var dispatcher = new Dispatcher(List.of(feature), database, People.create(),
                (_, _) -> Card.saying("Your next step"), _ -> {});
        return new BoltAdapter(api, dispatcher, new Noted(events, channel -> joined.accept(channel)),
                new SlackDirectory(api),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** Another process on the same database. */
    DoorFixture restarted() {
        door = door();
        return this;
    }

    /** What happens when somebody joins a channel. */
    void whenJoined(Consumer<ChannelId> work) {
        joined = work;
    }

    /** A request as Slack signs it. */
    HttpModeAdapter.Answer post(String body) {
        return post(body, Instant.now().getEpochSecond(), SECRET);
    }

    HttpModeAdapter.Answer post(String body, long at, String secret) {
        return post(door, body, at, secret);
    }

    private static HttpModeAdapter.Answer post(BoltAdapter door, String body, long at, String secret) {
        var timestamp = Long.toString(at);
        var signature = new SlackSignature.Generator(secret).generate(timestamp, body);
        return new HttpModeAdapter(door, SECRET).answer(body,
                Map.of("X-Slack-Request-Timestamp", List.of(timestamp), "X-Slack-Signature", List.of(signature),
                        "Content-Type", List.of(body.startsWith("{")
                                ? "application/json"
                                : "application/x-www-form-urlencoded")));
    }

    HttpModeAdapter.Answer interact(String json) {
        return interact(door, json);
    }

    HttpModeAdapter.Answer interact(BoltAdapter at, String json) {
        return post(at, "payload=" + encoded(json), Instant.now().getEpochSecond(), SECRET);
    }

    HttpModeAdapter.Answer command(String text, String trigger) {
        return post("token=t&team_id=T1&channel_id=C1&user_id=U1&command=" + encoded("/coach") + "&text="
                + encoded(text) + "&trigger_id=" + trigger + "&response_url=" + encoded(slack.base() + "/respond"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        api.close();
        slack.close();
        database.close();
    }

    private record Noted(BlockingQueue<String> heard, Consumer<ChannelId> joining) implements Events {
        @Override
        public void joined(ChannelId channel, PersonId person, Instant now) {
            joining.accept(channel);
            heard.add("joined " + channel + " " + person);
        }

        @Override
        public void left(ChannelId channel, PersonId person, Instant now) {
            heard.add("left " + channel + " " + person);
        }

        @Override
        public void personChanged(PersonId person, Instant now) {
            heard.add("changed " + person);
        }

        @Override
        public void channelGone(ChannelId channel, UnreachableReason how, Instant now) {
            heard.add("gone " + channel + " " + how);
        }

        @Override
        public void channelBack(ChannelId channel, Instant now) {
            heard.add("back " + channel);
        }

        @Override
        public void channelUnarchived(ChannelId channel, Instant now) {
            heard.add("unarchived " + channel);
        }

        @Override
        public void channelMoved(ChannelId from, ChannelId to, Instant now) {
            heard.add("moved " + from + " " + to);
        }

        @Override
        public void shutOut(String workspace, UnreachableReason how, Instant now) {
            heard.add("shut out " + workspace + " " + how);
        }

        @Override
        public void homeOpened(PersonId person, Instant now) {
            heard.add("home " + person);
        }
    }
}
