package dev.stagecoach.slack;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.chat.Messenger.Search;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;
import dev.stagecoach.slack.FakeSlack.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlackMessengerTest {
    private static final ChannelId CHANNEL = new ChannelId("T1", "C1");
    private static final PersonId ANN = new PersonId("T1", "U1");
    private static final Card CARD = Card.saying("Hello <!channel>");

    private final FakeSlack slack = new FakeSlack();
    private final SlackApi api = new SlackApi(slack.address(), "xoxb-1", Duration.ofSeconds(1));
    private final SlackMessenger messenger = new SlackMessenger(api);

    @AfterEach
    void close() {
        api.close();
        slack.close();
    }

    @Test
    void aMessageCarriesItsMarkAndUnfurlsNothing() {
        slack.on("chat.postMessage", Answer.json("{\"ok\":true,\"ts\":\"17.5\"}"));

        var outcome = messenger.post(CHANNEL, CARD, "d-7");

        assertThat(outcome).isEqualTo(new Outcome.Sent(new MessageRef(CHANNEL, "17.5")));
        assertThat(slack.next().body()).contains("channel=C1", "Hello &lt;!channel&gt;", "\"stagecoach_delivery\"",
                "\"id\":\"d-7\"", "unfurl_links=0", "unfurl_media=0", "rich_text");
    }

    @Test
    void aDirectMessageNeedsNoOpeningAndItsConversationIsRemembered() {
        slack.on("chat.postMessage", Answer.json("{\"ok\":true,\"channel\":\"D5\",\"ts\":\"1.1\"}"));

        var first = messenger.post(ANN, CARD, "a");
        var second = messenger.post(ANN, CARD, "b");

        assertThat(List.of(first, second)).containsOnly(
                new Outcome.Sent(new MessageRef(new ChannelId("T1", "D5"), "1.1")));
        assertThat(slack.next().body()).contains("channel=U1");
        assertThat(slack.next().body()).contains("channel=D5");
        assertThat(slack.nothingElseCame()).isTrue();
    }

    @Test
    void aPersonWhoCannotBeWrittenToIsExplainedByOpeningTheConversation() {
        slack.on("chat.postMessage", Answer.json("{\"ok\":false,\"error\":\"channel_not_found\"}"))
                .on("conversations.open", Answer.json("{\"ok\":false,\"error\":\"user_disabled\"}"));

        assertThat(messenger.post(ANN, CARD, "a"))
                .isEqualTo(new Outcome.Impossible("That person's account is deactivated.",
                        Optional.of(UnreachableReason.DEACTIVATED)));
    }

    @Test
    void whereSlackDoesNotTakeThePersonsIdTheConversationIsOpened() {
        slack.on("chat.postMessage", asked -> Answer.json(asked.body().contains("channel=U1")
                ? "{\"ok\":false,\"error\":\"channel_not_found\"}"
                : "{\"ok\":true,\"channel\":\"D5\",\"ts\":\"1.1\"}"))
                .on("conversations.open", Answer.json("{\"ok\":true,\"channel\":{\"id\":\"D5\"}}"));

        assertThat(messenger.post(ANN, CARD, "a"))
                .isEqualTo(new Outcome.Sent(new MessageRef(new ChannelId("T1", "D5"), "1.1")));
    }

    @Test
    void slowDownSaysForHowLong() {
        slack.on("chat.postMessage", new Answer(429, Map.of("Retry-After", "17"), ""));

        assertThat(messenger.post(CHANNEL, CARD, "a")).isInstanceOfSatisfying(Outcome.TooFast.class,
                refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
    }

    @Test
    void troubleAtSlackIsForLater() {
        slack.on("chat.postMessage", Answer.status(503));

        assertThat(messenger.post(CHANNEL, CARD, "a")).isInstanceOf(Outcome.Busy.class);
    }

    @Test
    void nobodyThereIsForLater() {
        try (var nowhere = new SlackApi(URI.create("http://127.0.0.1:1/api"), "xoxb-1")) {
            assertThat(new SlackMessenger(nowhere).post(CHANNEL, CARD, "a")).isInstanceOf(Outcome.Busy.class);
        }
    }

    @Test
    void silenceIsUnclearAndNothingIsSentTwice() {
        var over = new CountDownLatch(1);
        slack.on("chat.postMessage", _ -> {
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return Answer.json("{\"ok\":true,\"ts\":\"1.1\"}");
        });

        assertThat(messenger.post(CHANNEL, CARD, "a")).isInstanceOf(Outcome.Unclear.class);

        over.countDown();
        slack.next();
        assertThat(slack.nothingElseCame()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"not_in_channel,/invite", "channel_not_found,/invite", "is_archived,archived",
            "account_inactive,install me again", "user_not_found,no longer in this workspace", "surprise,surprise"})
    void refusalsSayWhatToDo(String error, String words) {
        slack.on("chat.postMessage", Answer.json("{\"ok\":false,\"error\":\"" + error + "\"}"));

        assertThat(messenger.post(CHANNEL, CARD, "a")).isInstanceOfSatisfying(Outcome.Impossible.class,
                impossible -> assertThat(impossible.reason()).contains(words));
    }

    @Test
    void aMessageIsFoundByItsMarkOnTheSecondPage() {
        slack.on("conversations.history", asked -> Answer.json(asked.body().contains("cursor=p2")
                ? "{\"ok\":true,\"messages\":[" + marked("2.2", "mine") + "]}"
                : "{\"ok\":true,\"messages\":[" + marked("3.3", "other")
                        + ",{\"ts\":\"3.1\"}],\"response_metadata\":{\"next_cursor\":\"p2\"}}"));

        assertThat(messenger.find(CHANNEL, "mine", Instant.ofEpochSecond(1_000)))
                .isEqualTo(new Search.Found(new MessageRef(CHANNEL, "2.2")));
        assertThat(slack.next().body()).as("clocks differ by up to a quarter of an hour")
                .contains("include_all_metadata=1", "oldest=100.000000");
        assertThat(messenger.find(CHANNEL, "nobody's", Instant.ofEpochSecond(1_000)))
                .isEqualTo(new Search.NotThere());
    }

    @Test
    void aHistoryThatCannotBeReadTellsNothing() {
        slack.on("conversations.history", Answer.json("{\"ok\":false,\"error\":\"missing_scope\"}"));

        assertThat(messenger.find(CHANNEL, "a", Instant.EPOCH)).isInstanceOf(Search.CannotTell.class);
    }

    @Test
    void aPictureIsUploadedOnceAndNamedWhenReady() {
        slack.on("files.getUploadURLExternal",
                Answer.json("{\"ok\":true,\"upload_url\":\"" + slack.base() + "/up\",\"file_id\":\"F1\"}"))
                .on("files.info", Answer.json("{\"ok\":true,\"file\":{\"id\":\"F1\",\"mimetype\":\"image/png\"}}"))
                .on("chat.postMessage", Answer.json("{\"ok\":true,\"ts\":\"1.1\"}"));
        var card = Card.titled("s").picture(new Picture("Title", "Finding", new byte[]{1, 2}));

        messenger.post(CHANNEL, card, "a");
        messenger.post(CHANNEL, card, "b");

        assertThat(List.of(slack.next().method(), slack.next().method(), slack.next().method(), slack.next().method()))
                .containsExactly("files.getUploadURLExternal", "up", "files.completeUploadExternal", "files.info");
        assertThat(slack.next().body()).contains("\"slack_file\":{\"id\":\"F1\"}", "\"alt_text\":\"Finding\"");
        assertThat(slack.next().method()).isEqualTo("chat.postMessage");
    }

    @Test
    void withoutItsPictureTheMessageStillGoesOut() {
        slack.on("files.getUploadURLExternal", Answer.status(500))
                .on("chat.postMessage", Answer.json("{\"ok\":true,\"ts\":\"1.1\"}"));

        var outcome = messenger.post(CHANNEL,
                Card.titled("s").picture(new Picture("Title", "Most are at 2", new byte[]{1})), "a");

        assertThat(outcome).isInstanceOf(Outcome.Sent.class);
        slack.next();
        assertThat(slack.next().body()).contains("Most are at 2").doesNotContain("slack_file");
    }

    @Test
    void aPictureThatNeverGetsReadyIsWords() {
        slack.on("files.getUploadURLExternal",
                Answer.json("{\"ok\":true,\"upload_url\":\"" + slack.base() + "/up\",\"file_id\":\"F1\"}"))
                .on("files.info", Answer.json("{\"ok\":true,\"file\":{\"id\":\"F1\",\"mimetype\":\"\"}}"));

        var pictures = new Pictures(api, List.of(Duration.ZERO, Duration.ZERO));

        assertThat(pictures.of(new Picture("t", "a", new byte[]{1}))).isEmpty();
    }

    private static String marked(String ts, String mark) {
        return "{\"ts\":\"" + ts
                + "\",\"metadata\":{\"event_type\":\"stagecoach_delivery\",\"event_payload\":{\"id\":\""
                + mark + "\"}}}";
    }
}
