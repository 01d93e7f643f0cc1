package dev.stagecoach.slack;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.FakeSlack.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Slack refuses as too long is sent once more, visibly shortened, and with its buttons. */
class ShortenedTest {
    private static final String SIGN = "too long for Slack";
    private static final ChannelId CHANNEL = new ChannelId("T1", "C1");
    private static final Card LONG = Card.titled("The week").heading("The week").text("word ".repeat(1_000))
            .buttons(Button.of("Open the week", "a.b", "x"));
    private static final String CLICK = """
            {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"t1",
            %s"actions":[{"type":"button","action_id":"a.b","value":"x"}]}""";

    @ParameterizedTest
    @ValueSource(strings = {"msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"})
    void aMessageGoesShortened(String error) {
        try (var slack = new FakeSlack(); var api = new SlackApi(slack.address(), "xoxb-1")) {
            slack.on("chat.postMessage", asked -> answer(asked.body(), error, ",\"ts\":\"1.1\""))
                    .on("chat.update", asked -> answer(asked.body(), error, ""));
            var messenger = new SlackMessenger(api);
            assertThat(messenger.post(CHANNEL, LONG, "d-7"))
                    .isEqualTo(new Outcome.Sent(new MessageRef(CHANNEL, "1.1")));
            assertThat(slack.next().body()).doesNotContain(SIGN).contains("d-7");
            assertThat(slack.next().body()).contains(SIGN, "The buttons lead to the rest", "Open the week", "… more",
                    "d-7").hasSizeLessThan(8_000);
            assertThat(messenger.update(new MessageRef(CHANNEL, "1.1"), LONG)).isInstanceOf(Outcome.Sent.class);
        }
    }

    @Test
    void whatIsRefusedShortenedAsWellIsGivenUp() {
        try (var slack = new FakeSlack(); var api = new SlackApi(slack.address(), "xoxb-1")) {
            slack.on("chat.postMessage", Answer.json("{\"ok\":false,\"error\":\"msg_too_long\"}"));
            assertThat(new SlackMessenger(api).post(CHANNEL, LONG, "d-7")).isInstanceOf(Outcome.Impossible.class);
            assertThat(List.of(slack.next(), slack.next())).hasSize(2);
            assertThat(slack.nothingElseCame()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"view_too_large", "invalid_arguments"})
    void aHomeTabIsShownShortened(String error) {
        try (var slack = new FakeSlack(); var api = new SlackApi(slack.address(), "xoxb-1")) {
            slack.on("views.publish", asked -> answer(asked.body(), error, ""));
            assertThat(new SlackMessenger(api).showHome(new PersonId("T1", "U1"), LONG))
                    .isInstanceOf(Outcome.Sent.class);
        }
    }

    @Test
    void aFormKeepsAllThatItAsks_withShorterExplanations() {
        var form = new Form("f.g", "Form", "Send", "ctx", List.of(new Field.Words(Text.of("word ".repeat(500))),
                new Field.ShortText("what", "What you saw", "", false, 100, "")));
        try (var door = new DoorFixture(_ -> new Reply.Open(form))) {
            door.slack.on("views.open", asked -> answer(asked.body(), "view_too_large", ""));
            door.interact(CLICK.formatted(""));
            assertThat(door.slack.next().body()).doesNotContain(SIGN);
            assertThat(door.slack.next().body()).contains(SIGN, "What you saw").hasSizeLessThan(2_000);
        }
    }

    @Test
    void anAnswerInPlaceGoesShortenedTheSameWay() {
        try (var door = new DoorFixture(_ -> new Reply.ToYou(LONG))) {
            door.slack.on("respond", asked -> asked.body().contains(SIGN)
                    ? Answer.json("{\"ok\":true}")
                    : Answer.json("{\"ok\":false,\"error\":\"msg_blocks_too_long\"}"));
            door.interact(CLICK.formatted("\"channel\":{\"id\":\"C1\"},\"response_url\":\"" + door.slack.base()
                    + "/respond\","));
            assertThat(door.slack.next().body()).doesNotContain(SIGN);
            assertThat(door.slack.next()).satisfies(asked -> assertThat(asked.method()).isEqualTo("respond"))
                    .satisfies(asked -> assertThat(asked.body()).contains(SIGN, "Open the week"));
        }
    }

    /** Takes nothing but what says that it is shortened. */
    private static Answer answer(String body, String error, String more) {
        return Answer.json(Optional.of(body).filter(words -> words.contains(SIGN))
                .map(_ -> "{\"ok\":true" + more + "}").orElse("{\"ok\":false,\"error\":\"" + error + "\"}"));
    }
}
