package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.Message.Metadata;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The Web API, asked by Slack's own client. */
class WebApiTest {
    private Sandbox sandbox;
    private MethodsClient bot;

    @BeforeEach
    void begin() {
        sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START));
        bot = TinyApp.client(sandbox, sandbox.botToken());
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void tokensAndScopes() throws Exception {
        assertThat(bot.authTest(r -> r).getUserId()).isEqualTo("U0COACHBOT");
        assertThat(bot.authTest(r -> r).getHttpResponseHeaders().get("x-oauth-scopes")).singleElement().asString()
                .contains("chat:write");
        assertThat(TinyApp.client(sandbox, "xoxb-other").authTest(r -> r).getError()).isEqualTo("invalid_auth");
        assertThat(TinyApp.client(sandbox, "").authTest(r -> r).getError()).isEqualTo("not_authed");
        var options = SandboxOptions.at(0, SandboxClock.still(SandboxClock.START))
                .with(AppManifest.stagecoach().withScopes(Set.of("commands")));
        try (var poor = Sandbox.start(options)) {
            var answer = TinyApp.client(poor, poor.botToken()).chatPostMessage(r -> r.channel("C0GRADE7").text("x"));
            assertThat(answer.getError()).isEqualTo("missing_scope");
            assertThat(answer.getNeeded()).isEqualTo("chat:write");
        }
    }

    @Test
    void whereTheBotMayNotSpeak() throws Exception {
        var refused = Map.of("C0GRADE8", "not_in_channel", "C0OLD", "is_archived", "C0NOWHERE", "channel_not_found",
                "U0NOBODY", "user_not_found", "U0BIRCH", "user_disabled");
        for (var entry : refused.entrySet()) {
            assertThat(bot.chatPostMessage(r -> r.channel(entry.getKey()).text("x")).getError())
                    .isEqualTo(entry.getValue());
        }
        assertThat(bot.chatPostMessage(r -> r.channel("C0GRADE7")).getError()).isEqualTo("no_text");
        var long_ = "x".repeat(3001);
        var answer = bot.chatPostMessage(r -> r.channel("C0GRADE7").text("x").blocksAsString(
                "[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"" + long_ + "\"}}]"));
        assertThat(answer.getError()).isEqualTo("invalid_blocks");
        assertThat(answer.getResponseMetadata().getMessages().getFirst()).contains("/blocks/0/text/text");
    }

    @Test
    void messagesAreFoundByTheirMetadata_andTimesStandApart() throws Exception {
        var mark = new Metadata("delivery", Map.of("id", "d-1"));
        var posted = bot.chatPostMessage(r -> r.channel("C0GRADE7").text("one").metadata(mark));
        var second = bot.chatPostMessage(r -> r.channel("C0GRADE7").text("two"));
        assertThat(second.getTs()).isGreaterThan(posted.getTs()).startsWith(
                Long.toString(SandboxClock.START.getEpochSecond()));
        bot.chatPostMessage(r -> r.channel("C0GRADE7").threadTs(posted.getTs()).text("reply"));
        var history = bot.conversationsHistory(r -> r.channel("C0GRADE7").includeAllMetadata(true));
        assertThat(history.getMessages()).extracting("text").containsExactly("two", "one");
        assertThat(history.getMessages().get(1).getMetadata().getEventPayload()).containsEntry("id", "d-1");
        assertThat(bot.conversationsHistory(r -> r.channel("C0GRADE7").oldest(posted.getTs())).getMessages())
                .extracting("text").containsExactly("two");
        assertThat(bot.conversationsReplies(r -> r.channel("C0GRADE7").ts(posted.getTs())).getMessages())
                .extracting("text").containsExactly("one", "reply");
        bot.chatDelete(r -> r.channel("C0GRADE7").ts(second.getTs()));
        assertThat(sandbox.as("U0FERN").messages("#grade-7-team")).hasSize(2);
    }

    @Test
    void peopleAndPages() throws Exception {
        var first = bot.conversationsMembers(r -> r.channel("C0GRADE7").limit(5));
        var next = first.getResponseMetadata().getNextCursor();
        var rest = bot.conversationsMembers(r -> r.channel("C0GRADE7").limit(100).cursor(next));
        assertThat(first.getMembers()).hasSize(5).doesNotContainAnyElementsOf(rest.getMembers());
        assertThat(first.getMembers().size() + rest.getMembers().size()).isEqualTo(10);
        var sage = bot.usersInfo(r -> r.user("U0SAGE")).getUser();
        assertThat(sage.getTz()).isEqualTo("America/Los_Angeles");
        assertThat(bot.usersInfo(r -> r.user("U0MOSS")).getUser().isRestricted()).isTrue();
        assertThat(bot.usersList(r -> r).getMembers()).hasSize(13);
        var dm = bot.conversationsOpen(r -> r.users(List.of("U0FERN"))).getChannel().getId();
        assertThat(bot.chatPostMessage(r -> r.channel(dm).text("hello")).isOk()).isTrue();
        assertThat(sandbox.as("U0FERN").dm()).containsExactly("Stagecoach: hello");
        assertThat(sandbox.as("U0REED").sees()).doesNotContain("hello");
    }

    @Test
    void aPictureIsShownOnceItIsReady() throws Exception {
        var upload = bot.filesGetUploadURLExternal(r -> r.filename("chart.png").length(3));
        var request = new Request.Builder().url(upload.getUploadUrl()).post(RequestBody.create(new byte[]{1, 2, 3}))
                .build();
        try (var answer = new OkHttpClient().newCall(request).execute()) {
            assertThat(answer.code()).isEqualTo(200);
        }
        var file = com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails.builder()
                .id(upload.getFileId()).title("Chart").build();
        assertThat(bot.filesCompleteUploadExternal(r -> r.files(List.of(file))).isOk()).isTrue();
        var image = "[{\"type\":\"image\",\"alt_text\":\"Four of seven\",\"slack_file\":{\"id\":\"" + upload.getFileId()
                + "\"}}]";
        assertThat(bot.chatPostMessage(r -> r.channel("C0GRADE7").text("x").blocksAsString(image)).getError())
                .isEqualTo("invalid_blocks");
        assertThat(bot.filesInfo(r -> r.file(upload.getFileId())).getFile().getMimetype()).isEmpty();
        assertThat(bot.filesInfo(r -> r.file(upload.getFileId())).getFile().getMimetype()).isEqualTo("image/png");
        assertThat(bot.chatPostMessage(r -> r.channel("C0GRADE7").text("x").blocksAsString(image)).isOk()).isTrue();
        assertThat(sandbox.as("U0FERN").sees()).contains("(picture: Four of seven)");
    }

    @Test
    void viewsNeedATriggerThatIsKnown() throws Exception {
        assertThat(bot.viewsOpen(r -> r.triggerId("1.x").viewAsString(TinyApp.FORM)).getError())
                .isEqualTo("invalid_trigger_id");
        var noSubmit = TinyApp.FORM.replace("\"submit\"", "\"close\"");
        var answer = bot.viewsOpen(r -> r.triggerId("1.x").viewAsString(noSubmit));
        assertThat(answer.getError()).isEqualTo("invalid_arguments");
        assertThat(answer.getResponseMetadata().getMessages().getFirst()).contains("submit is required");
    }

    @Test
    void faultsOnRequest() throws Exception {
        var faults = sandbox.faults();
        faults.limit("chat.postMessage", 1, Duration.ofSeconds(7));
        assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel("C0GRADE7").text("limited")))
                .isInstanceOfSatisfying(SlackApiException.class, e -> {
                    assertThat(e.getResponse().code()).isEqualTo(429);
                    assertThat(e.getResponse().header("Retry-After")).isEqualTo("7");
                });
        faults.fail("chat.postMessage", 1);
        assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel("C0GRADE7").text("failed")))
                .isInstanceOf(SlackApiException.class);
        faults.refuse("chat.postMessage", 1, "fatal_error");
        assertThat(bot.chatPostMessage(r -> r.channel("C0GRADE7").text("refused")).getError())
                .isEqualTo("fatal_error");
        faults.hangBefore("chat.postMessage", 1, Duration.ofMillis(50));
        assertThatThrownBy(() -> bot.chatPostMessage(r -> r.channel("C0GRADE7").text("before")))
                .isInstanceOf(SlackApiException.class);
        faults.hangAfter("chat.postMessage", 1, Duration.ofMillis(50));
        bot.chatPostMessage(r -> r.channel("C0GRADE7").text("after"));
        assertThat(sandbox.as("U0FERN").messages("#grade-7-team")).containsExactly("Stagecoach: after");
    }
}
