package dev.stagecoach.slack;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.ThreadNote;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.slack.FakeSlack.Answer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DoorTest {
    private static final PersonId ANN = new PersonId("T1", "U1");
    private static final Form FORM = new Form("f.g", "Title", "Save", "ctx",
            List.of(new Field.ShortText("note", "Note", "", true, 100, "")));
    private static final String USER = "\"team\":{\"id\":\"T1\"},\"user\":{\"id\":\"U1\",\"team_id\":\"T1\"}";

    @Test
    void theQuestionForTheCertificateIsAnsweredUnsigned_andIsNoWayIn() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var http = new HttpModeAdapter(door.door, DoorFixture.SECRET);
            assertThat(http.answer("token=t&ssl_check=1", Map.of()).status()).isEqualTo(200);
            var command = "token=t&team_id=T1&channel_id=C1&user_id=U1&command=%2Fcoach&text=say&trigger_id=t1";
            assertThat(http.answer(command + "&ssl_check=1", Map.of()).status()).isEqualTo(200);
            assertThat(http.answer("ssl_check=1&" + command, Map.of()).body()).isEmpty();
            assertThat(door.calls).isEmpty();
            assertThat(http.answer(command + "&ssl_check=0", Map.of()).status()).isEqualTo(401);
            assertThat(http.answer("{\"a\":\"&ssl_check=1&\"}", Map.of()).status()).isEqualTo(401);
        }
    }

    @Test
    void onlyWhatSlackSignedJustNowIsHeard() {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var body = "{\"type\":\"url_verification\",\"challenge\":\"c-7\"}";
            var now = Instant.now().getEpochSecond();

            assertThat(door.post(body, now, DoorFixture.SECRET).body()).contains("c-7");
            assertThat(door.post(body, now, "wrong").status()).isEqualTo(401);
            assertThat(door.post(body, now + 360, DoorFixture.SECRET).status()).isEqualTo(401);
            assertThat(door.post(body, now + 120, DoorFixture.SECRET).status()).isNotEqualTo(401);
            assertThat(door.post(body, now - 600, DoorFixture.SECRET).status()).isEqualTo(401);
            assertThat(new HttpModeAdapter(door.door, "s").answer(body, Map.of()).status()).isEqualTo(401);
            assertThat(door.post("rubbish", now, DoorFixture.SECRET).status()).isEqualTo(400);
        }
    }

    @Test
    void aCommandIsAnsweredInItsAcknowledgementAndOnce() {
        try (var door = new DoorFixture(
                _ -> new Reply.ToYou(Card.saying("Hello").buttons(Button.of("Go", "a.b", "1"))))) {
            var answer = door.command("say &lt;b&gt; <@U2|bo> <!channel>", "t1");
            var again = door.command("say &lt;b&gt; <@U2|bo> <!channel>", "t1");

            assertThat(answer.body()).contains("\"response_type\":\"ephemeral\"", "\"text\":\"Hello\"", "\"a.b#0\"");
            assertThat(again).isEqualTo(answer);
            assertThat(door.calls).containsExactly(new Call.Typed(ANN, new ChannelId("T1", "C1"), Optional.empty(),
                    "<b> @bo @channel", DoorFixture.NOW));
        }
    }

    @Test
    void aRefusalIsForTheCallerAndAnAnnouncementForAll() {
        try (var refusing = new DoorFixture(_ -> Reply.Refused.because("Only coaches do that."));
                var announcing = new DoorFixture(_ -> new Reply.ToChannel(Card.saying("The round is open.")))) {
            assertThat(refusing.command("say", "t1").body()).contains("ephemeral", "Only coaches do that.");
            assertThat(announcing.command("say", "t1").body()).contains("in_channel", "The round is open.");
        }
    }

    @Test
    void aCommandOpensAForm() {
        try (var door = new DoorFixture(_ -> new Reply.Open(FORM))) {
            assertThat(door.command("say", "t9").body()).isEmpty();

            var opened = door.slack.next();
            assertThat(opened.method()).isEqualTo("views.open");
            assertThat(opened.body()).contains("trigger_id=t9", "\"callback_id\":\"f.g\"", "\"block_id\":\"note\"");
        }
    }

    @Test
    void aTriggerThatExpiredIsToldToThePerson() {
        try (var door = new DoorFixture(_ -> new Reply.Open(FORM))) {
            door.slack.on("views.open", Answer.json("{\"ok\":false,\"error\":\"expired_trigger_id\"}"));

            door.command("say", "t9");

            assertThat(door.slack.next().method()).isEqualTo("views.open");
            assertThat(door.slack.next().body()).contains("That took too long. Please click again.", "ephemeral");
        }
    }

    @Test
    void aClickOnAMessageReplacesIt() {
        try (var door = new DoorFixture(_ -> new Reply.Replace(Card.saying("Answered")))) {
            door.interact(click("""
                    "channel":{"id":"D1"},"message":{"ts":"5.5"},
                    "container":{"type":"message","message_ts":"5.5","channel_id":"D1"},"""));

            var updated = door.slack.next();
            assertThat(updated.method()).isEqualTo("chat.update");
            assertThat(updated.body()).contains("channel=D1", "ts=5.5", "Answered");
            assertThat(door.calls).containsExactly(new Call.Click(ANN, "a.b", "v",
                    Optional.of(new MessageRef(new ChannelId("T1", "D1"), "5.5")), DoorFixture.NOW));
        }
    }

    @Test
    void anAnswerInAThreadSaysWhereToTypeTheCommandThatItNames() {
        var thread = """
                "channel":{"id":"C1"},"message":{"ts":"5.6","thread_ts":"5.5"},"response_url":"%s/respond",
                "container":{"type":"message","message_ts":"5.6","channel_id":"C1"},""";
        assertThat(refusedWhenClicked(thread)).contains("\"thread_ts\":\"5.5\"", ThreadNote.NOTE);
        assertThat(refusedWhenClicked(thread.replace(",\"thread_ts\":\"5.5\"", ""))).contains("/coach feedback")
                .doesNotContain(ThreadNote.NOTE);
    }

    private static String refusedWhenClicked(String where) {
        try (var door = new DoorFixture(_ -> Reply.Refused.because("It is over. /coach feedback shows the rest."))) {
            door.interact(click(where.formatted(door.slack.base())));
            return door.slack.next().body();
        }
    }

    @Test
    void aClickOnAFleetingMessageReplacesItByItsResponseUrl() {
        try (var door = new DoorFixture(_ -> new Reply.Replace(Card.saying("Answered")))) {
            door.interact(click("""
                    "channel":{"id":"C1"},"response_url":"%s/respond",
                    "container":{"type":"message","message_ts":"5.5","channel_id":"C1","is_ephemeral":true},"""
                    .formatted(door.slack.base())));

            assertThat(door.slack.next().body()).contains("\"replace_original\":true", "Answered");
        }
    }

    @Test
    void aClickInsideAFormLaysAPageOnTop() {
        try (var door = new DoorFixture(
                _ -> new Reply.ToYou(Card.titled("s").heading("Level 2").text("Means this.")))) {
            door.interact(click("\"view\":{\"id\":\"V1\",\"type\":\"modal\"},\"container\":{\"type\":\"view\"},"));

            var pushed = door.slack.next();
            assertThat(pushed.method()).isEqualTo("views.push");
            assertThat(pushed.body()).contains("Level 2", "Means this.");
        }
    }

    @Test
    void aClickInTheHomeTabOpensAPage() {
        try (var door = new DoorFixture(_ -> Reply.Refused.because("Not now."))) {
            door.interact(click("\"view\":{\"id\":\"V1\",\"type\":\"home\"},\"container\":{\"type\":\"view\"},"));

            var opened = door.slack.next();
            assertThat(opened.method()).isEqualTo("views.open");
            assertThat(opened.body()).contains("Not now.");
        }
    }

    @Test
    void aFormIsMendedUntilItIsRightAndThenSavedOnce() {
        try (var door = new DoorFixture(call -> ((Call.Submission) call).answers().text("note").isEmpty()
                ? new Reply.Mend(Map.of("note", "Please write something.", "gone", "And this."))
                : new Reply.ToYou(Card.titled("s").heading("Saved").text("It counts.")))) {
            var mend = door.interact(submission("\"value\":null"));
            var saved = door.interact(submission("\"value\":\"a < b\""));
            var twice = door.interact(submission("\"value\":\"a < b\""));

            assertThat(mend.body()).contains("\"response_action\":\"errors\"", "\"note\":", "Please write something.",
                    "And this.").doesNotContain("gone");
            assertThat(saved.body()).contains("\"response_action\":\"update\"", "\"Saved\"", "It counts.");
            assertThat(twice).isEqualTo(saved);
            assertThat(door.calls).hasSize(2);
        }
    }

    @Test
    void aFormGoesOnOrCloses() {
        try (var next = new DoorFixture(_ -> new Reply.Next(FORM));
                var done = new DoorFixture(_ -> new Reply.Done())) {
            assertThat(next.interact(submission("\"value\":\"x\"")).body()).contains("update", "\"f.g\"");
            assertThat(done.interact(submission("\"value\":\"x\"")).body()).isEmpty();
        }
    }

    @Test
    void aFaultKeepsTheFormAndNamesAReference() {
        try (var door = new DoorFixture(_ -> {
            throw new IllegalStateException("broken on purpose");
        })) {
            assertThat(door.interact(submission("\"value\":\"x\"")).body()).contains("errors", "reference");
            assertThat(door.command("say", "t1").body()).contains("ephemeral", "reference");
        }
    }

    @Test
    void aReplyThatCannotBeWrittenIsAFaultToo() {
        var tooMuch = new Form("f.g", "T", "Save", "c".repeat(4_000), List.of());
        try (var door = new DoorFixture(_ -> new Reply.Next(tooMuch))) {
            assertThat(door.interact(submission("\"value\":\"x\"")).body()).contains("errors", "reference");
        }
    }

    @Test
    void aShortcutReadsTheMessage() {
        try (var door = new DoorFixture(_ -> new Reply.Open(FORM))) {
            door.slack.on("users.info", Answer.json("{\"ok\":true,\"user\":{\"id\":\"U2\",\"name\":\"bo\"}}"));

            door.interact("""
                    {"type":"message_action","callback_id":"save","trigger_id":"t1",%s,"channel":{"id":"C1"},
                     "message_ts":"7.7","message":{"type":"message","text":"<@U2> had 5 &gt; 4","ts":"7.7"}}"""
                    .formatted(USER));

            assertThat(door.calls).containsExactly(new Call.Shortcut(ANN, "save",
                    new MessageRef(new ChannelId("T1", "C1"), "7.7"), "@bo had 5 > 4", DoorFixture.NOW));
        }
    }

    @Test
    void eventsAreHeardOnceAndOthersAreAcknowledged() throws InterruptedException {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            var joined = event("E1", "{\"type\":\"member_joined_channel\",\"user\":\"U1\",\"channel\":\"C1\"}");

            assertThat(door.post(joined).status()).isEqualTo(200);
            assertThat(door.post(joined).status()).isEqualTo(200);
            assertThat(door.events.take()).isEqualTo("joined T1/C1 T1/U1");
            door.post(event("E2", "{\"type\":\"user_change\",\"user\":{\"id\":\"U1\"}}"));
            assertThat(door.events.take()).isEqualTo("changed T1/U1");
            door.post(event("E3", "{\"type\":\"app_home_opened\",\"user\":\"U1\",\"tab\":\"home\"}"));
            assertThat(door.events.take()).isEqualTo("home T1/U1");
            door.post(event("E4", "{\"type\":\"member_left_channel\",\"user\":\"U1\",\"channel\":\"C1\"}"));
            assertThat(door.events.take()).isEqualTo("left T1/C1 T1/U1");
            assertThat(door.post(event("E5", "{\"type\":\"reaction_added\",\"user\":\"U1\"}")).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsGoneOrBackIsHeard() throws InterruptedException {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            assertThat(heard(door, "{\"type\":\"channel_archive\",\"channel\":\"C1\",\"user\":\"U1\"}"))
                    .isEqualTo("gone T1/C1 ARCHIVED");
            assertThat(heard(door, "{\"type\":\"group_unarchive\",\"channel\":\"C1\"}")).isEqualTo("unarchived T1/C1");
            assertThat(heard(door, "{\"type\":\"channel_deleted\",\"channel\":\"C1\"}"))
                    .isEqualTo("gone T1/C1 DELETED");
            assertThat(heard(door, "{\"type\":\"group_left\",\"channel\":\"C1\"}"))
                    .isEqualTo("gone T1/C1 REMOVED");
            assertThat(heard(door,
                    "{\"type\":\"channel_id_changed\",\"old_channel_id\":\"C1\",\"new_channel_id\":\"C2\"}"))
                    .isEqualTo("moved T1/C1 T1/C2");
            assertThat(heard(door, "{\"type\":\"app_uninstalled\"}")).isEqualTo("shut out T1 UNINSTALLED");
            assertThat(door.post(event("P1", "{\"type\":\"tokens_revoked\",\"tokens\":{\"oauth\":[\"U1\"]}}")).status())
                    .isEqualTo(200);
            assertThat(heard(door, "{\"type\":\"tokens_revoked\",\"tokens\":{\"bot\":[\"UBOT\"]}}"))
                    .isEqualTo("shut out T1 SHUT_OUT");
        }
    }

    @Test
    void theBotItselfComesAndGoes() throws InterruptedException {
        try (var door = new DoorFixture(_ -> new Reply.Done())) {
            door.post(itself("{\"type\":\"member_left_channel\",\"user\":\"UBOT\",\"channel\":\"C1\"}"));
            assertThat(List.of(door.events.take(), door.events.take())).containsExactly("gone T1/C1 REMOVED",
                    "left T1/C1 T1/UBOT");
            door.post(itself("{\"type\":\"member_joined_channel\",\"user\":\"UBOT\",\"channel\":\"C1\"}"));
            assertThat(List.of(door.events.take(), door.events.take())).containsExactly("back T1/C1",
                    "joined T1/C1 T1/UBOT");
        }
    }

    private static String heard(DoorFixture door, String event) throws InterruptedException {
        assertThat(door.post(event("G" + event.hashCode(), event)).status()).isEqualTo(200);
        return door.events.take();
    }

    private static String itself(String event) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"I" + event.hashCode() + "\",\"event\":"
                + event + ",\"authorizations\":[{\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"is_bot\":true}]}";
    }

    private static String event(String id, String event) {
        return "{\"type\":\"event_callback\",\"team_id\":\"T1\",\"event_id\":\"" + id + "\",\"event\":" + event + "}";
    }

    private static String click(String place) {
        return "{\"type\":\"block_actions\",\"trigger_id\":\"t1\"," + place + USER
                + ",\"actions\":[{\"type\":\"button\",\"action_id\":\"a.b#0\",\"block_id\":\"x\",\"value\":\"v\"}]}";
    }

    private static String submission(String value) {
        return "{\"type\":\"view_submission\",\"trigger_id\":\"t1\"," + USER
                + ",\"view\":{\"id\":\"V1\",\"hash\":\"h1\",\"type\":\"modal\",\"callback_id\":\"f.g\",\"private_metadata\":"
                + "\"ctx\",\"state\":{\"values\":{\"note\":{\"answer\":{\"type\":\"plain_text_input\"," + value
                + "}}}}}}";
    }
}
