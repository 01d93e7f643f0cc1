package dev.stagecoach.sandbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.ChannelArchiveEvent;
import com.slack.api.model.event.ChannelDeletedEvent;
import com.slack.api.model.event.ChannelLeftEvent;
import com.slack.api.model.event.ChannelUnarchiveEvent;
import com.slack.api.model.event.GroupArchiveEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import com.slack.api.model.event.UserChangeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens to channels, people and the app itself: a real Bolt app hears it, and the Web API says the same. */
class WorkspaceOwnerTest {
    private static final String CHANNEL = "C0GRADE7";
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private TinyApp app;
    private WorkspaceOwner owner;

    @BeforeEach
    void begin() throws Exception {
        sandbox = Sandbox.start(0, SandboxClock.still(SandboxClock.START));
        app = new TinyApp(sandbox);
        owner = sandbox.owner();
        app.app.event(ChannelArchiveEvent.class, (e, ctx) -> noted("archived " + e.getEvent().getChannel(), ctx.ack()));
        app.app.event(GroupArchiveEvent.class,
                (e, ctx) -> noted("private archived " + e.getEvent().getChannel(), ctx.ack()));
        app.app.event(ChannelUnarchiveEvent.class,
                (e, ctx) -> noted("unarchived " + e.getEvent().getChannel(), ctx.ack()));
        app.app.event(ChannelDeletedEvent.class, (e, ctx) -> noted("deleted " + e.getEvent().getChannel(), ctx.ack()));
        app.app.event(ChannelLeftEvent.class, (e, ctx) -> noted("left " + e.getEvent().getChannel(), ctx.ack()));
        app.app.event(UserChangeEvent.class, (e, ctx) -> noted(
                e.getEvent().getUser().getId() + " deleted " + e.getEvent().getUser().isDeleted(), ctx.ack()));
        app.app.event(TokensRevokedEvent.class,
                (e, ctx) -> noted("revoked " + e.getEvent().getTokens().getBot(), ctx.ack()));
        app.app.event(AppUninstalledEvent.class, (_, ctx) -> noted("uninstalled", ctx.ack()));
    }

    @AfterEach
    void end() throws Exception {
        app.close();
        sandbox.close();
    }

    @Test
    void anArchivedChannelTakesNothing_untilItIsUnarchived() throws Exception {
        owner.archive("#grade-7-team");
        assertThat(post(CHANNEL)).isEqualTo("is_archived");
        owner.unarchive(CHANNEL);
        assertThat(post(CHANNEL)).isEqualTo("ok");
        owner.archive("leadership");
        hears("archived C0GRADE7", "unarchived C0GRADE7", "private archived C0LEADERS");
    }

    @Test
    void theBotIsThrownOutAndInvited_andAChannelIsDeleted() throws Exception {
        owner.removeBot(CHANNEL);
        assertThat(post(CHANNEL)).isEqualTo("not_in_channel");
        hears("left C0GRADE7");
        owner.inviteBot(CHANNEL);
        assertThat(post(CHANNEL)).isEqualTo("ok");
        assertThat(app.heard).contains("joined U0COACHBOT");
        owner.delete(CHANNEL);
        assertThat(post(CHANNEL)).isEqualTo("channel_not_found");
        hears("left C0GRADE7", "deleted C0GRADE7");
    }

    @Test
    void anAccountIsDeactivatedAndComesBack() throws Exception {
        owner.deactivate("U0FERN");
        assertThat(post("U0FERN")).isEqualTo("user_disabled");
        owner.reactivate("U0FERN");
        assertThat(post("U0FERN")).isEqualTo("ok");
        hears("U0FERN deleted true", "U0FERN deleted false");
    }

    @Test
    void anUninstalledAppIsToldAndItsTokenRefused() throws Exception {
        owner.uninstallApp();
        assertThat(post(CHANNEL)).isEqualTo("account_inactive");
        owner.installApp();
        assertThat(post(CHANNEL)).isEqualTo("ok");
        owner.revokeToken();
        assertThat(post(CHANNEL)).isEqualTo("token_revoked");
        hears("revoked [U0COACHBOT]", "uninstalled", "revoked [U0COACHBOT]");
    }

    private void hears(String... events) {
        sandbox.until(Duration.ofSeconds(5), () -> heard.size() >= events.length);
        assertThat(heard).containsExactly(events);
    }

    private String post(String channel) throws Exception {
        var answer = TinyApp.client(sandbox, sandbox.botToken())
                .chatPostMessage(ChatPostMessageRequest.builder().channel(channel).text("Hello").build());
        return answer.isOk() ? "ok" : answer.getError();
    }

    private <T> T noted(String words, T ack) {
        heard.add(words);
        return ack;
    }
}
