package dev.stagecoach.conversations;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** What everybody can say about a message that asks for something: later, not this time, never again. */
class NudgesTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void laterNotThisTimeAndNeverAgain() {
        talk.openRound();
        var fern = talk.fern();
        fern.clicks(DM, "Remind me later");
        send(fern.modal().choose("When is a better time?", "Tomorrow")).close();
        talk.quiet();
        assertThat(dm(fern)).contains("I will ask again");
        talk.moveOn(Duration.ofDays(1));
        assertThat(fern.dm()).filteredOn(message -> message.contains("Where does your class stand?")).hasSize(2);
        assertThat(dm(fern)).contains("I asked again further down.");

        var larch = talk.larch();
        larch.clicks(DM, "Not this time");
        talk.quiet();
        assertThat(dm(larch)).contains("Not this time, as you said. It stays on your Home tab.");
        assertThat(larch.home()).contains("Say where your class stands");

        var poppy = talk.sandbox.as("U0POPPY");
        poppy.clicks(DM, "Stop messages like this");
        talk.quiet();
        assertThat(dm(poppy)).contains("From now on, no invitations to rounds.", "You turned off messages like this");
        assertThat(poppy.home()).contains("No invitations to rounds.");
        talk.moveOn(Duration.ofDays(7));
        talk.coach().types(Conversation.CHANNEL, "/coach round");
        send(talk.coach().modal()).close();
        talk.quiet();
        assertThat(dm(fern)).contains("Where does your class stand?");
        assertThat(dm(poppy)).doesNotContain("Where does your class stand?");
        assertThat(poppy.home()).contains("Say where your class stands");
    }
}
