package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** People go on where they were, whatever became of the process meanwhile. */
class RestartTest {
    private static final String SEEN = "Four pairs kept the talk going.";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aFormThatWasOpenedBeforeARestartIsTakenAfterIt() {
        talk.fern().types(CHANNEL, "/coach evidence");
        var form = talk.fern().modal().fill("What you saw", SEEN).choose("Who sees it?", "My team");
        talk.restart(() -> {});

        send(form).close();
        assertThat(talk.fern().willSee(SEEN)).isTrue();
        talk.quiet();
        assertThat(channel(talk.larch()).split(SEEN, -1)).as("posted once").hasSize(2);
    }

    @Test
    void aRatingThatWasBegunBeforeARestartKeepsItsPages() {
        talk.openRound();
        talk.fern().clicks(DM, "Start");
        var form = send(talk.fern().modal().choose("What students do", "First miles").choose("What adults do",
                "Steady pace"));
        talk.restart(() -> {});

        while (form.labels().contains("What students do")) {
            send(form.choose("What students do", "First miles").choose("What adults do", "Steady pace"));
        }
        send(form.chooseMany("Where would a change help your students most?", "Expanded discussion")).close();
        talk.quiet();
        assertThat(talk.coach().types(CHANNEL, "/coach round")).isEmpty();
        assertThat(talk.coach().willSee("Of 7 people, fewer than half have begun, and fewer than half have finished"))
                .isTrue();
    }
}
