package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDateTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.SOON;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Slack and the network have bad days; people lose nothing and hear everything once. */
class FaultsTest {
    private static final String POST = "chat.postMessage";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void limitedThenBroken_eachMessageComesOnce() {
        talk.sandbox.faults().limit(POST, 2, Duration.ofSeconds(3));
        log("Limited at first");
        arrives("Limited at first");
        talk.sandbox.faults().fail(POST, 2);
        log("Broken at first");
        arrives("Broken at first");
        log("And then as always");
        arrives("And then as always");
        assertThat(times("Limited at first")).isEqualTo(1);
        assertThat(times("Broken at first")).isEqualTo(1);
    }

    @Test
    void takenButNeverAnswered_theMessageIsThereOnce() {
        talk.sandbox.faults().hangAfter(POST, 1, Duration.ofSeconds(60));
        log("Taken without a word");
        assertThat(talk.sandbox.until(SOON, () -> times("Taken without a word") == 1)).isTrue();
        talk.restart(() -> {});
        for (var i = 0; i < 6; i++) {
            talk.moveOn(Duration.ofMinutes(10));
        }
        assertThat(times("Taken without a word")).isEqualTo(1);
        talk.fern().types(CHANNEL, "/coach evidence list");
        talk.fern().clicks(CHANNEL, "Edit");
        send(talk.fern().modal().fill("What you saw", "Taken and known").choose("Who sees it?", "My team")).close();
        arrives("Taken and known");
        assertThat(times("Taken without a word")).as("the bot knows which message it was").isZero();
    }

    @Test
    void whatComesTwiceHasOneEffect() {
        talk.sandbox.faults().duplicate(1);
        talk.fern().types(CHANNEL, "/coach evidence");
        var form = talk.fern().modal().fill("What you saw", "Sent in twice").choose("Who sees it?", "My team");
        talk.sandbox.faults().duplicate(1);
        send(form).close();
        arrives("Sent in twice");
        assertThat(times("Sent in twice")).isEqualTo(1);
        talk.sandbox.faults().duplicate(1);
        talk.fern().types(CHANNEL, "/coach help");
        talk.quiet();
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("/coach help")).hasSize(1);
    }

    @Test
    void theLineBreaks_andComesBack() {
        talk.sandbox.faults().dropSockets();
        assertThat(talk.sandbox.until(Duration.ofSeconds(30), talk.sandbox::connected)).isTrue();
        log("After the break");
        arrives("After the break");
    }

    @Test
    void aRestartInTheMiddleOfEverything() {
        talk.openRound();
        talk.fern().clicks(DM, "Start");
        send(talk.fern().modal().choose("What students do", "Trailhead").fill("Note on students", "kept"))
                .close();
        var left = talk.larch();
        left.clicks(DM, "Start");
        var form = left.modal().choose("What students do", "Own road");
        talk.restart(() -> talk.sandbox.clock().moveTo(
                LocalDateTime.of(2026, 9, 18, 15, 5).atZone(dev.stagecoach.sandbox.SandboxClock.ZONE).toInstant()));
        talk.moveOn(Duration.ofSeconds(1));
        assertThat(left.willSee("Grade 7 team, Sep 14 – 18, 2026")).isTrue();
        assertThat(left.messages(CHANNEL)).filteredOn(said -> said.contains("Grade 7 team, Sep 14 – 18, 2026"))
                .hasSize(1);
        send(form);
        assertThat(form.title()).isEqualTo("Practice 2 of 6");
        form.close();
        talk.fern().clicks(DM, "Start");
        assertThat(talk.fern().modal().title()).isEqualTo("Practice 2 of 6");
        talk.fern().modal().close();
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("This team is set up")).hasSize(1);
    }

    private void log(String statement) {
        talk.fern().types(CHANNEL, "/coach evidence");
        send(talk.fern().modal().fill("What you saw", statement).choose("Who sees it?", "My team")).close();
        talk.quiet();
    }

    private void arrives(String words) {
        for (var i = 0; i < 10 && times(words) == 0; i++) {
            talk.moveOn(Duration.ofMinutes(1));
        }
        talk.quiet();
        assertThat(talk.larch().willSee(words)).isTrue();
    }

    private long times(String words) {
        return talk.larch().messages(CHANNEL).stream().filter(said -> said.contains(words)).count();
    }
}
