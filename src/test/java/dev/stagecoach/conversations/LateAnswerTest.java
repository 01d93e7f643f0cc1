package dev.stagecoach.conversations;

import java.time.LocalDateTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Answers to a check-in that come when people already think of the next one. */
class LateAnswerTest {
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 9, 15, 15, 0);
    private static final String WAITS = "A check-in is waiting for you";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theAnswerSaysWhichWeekItGoesTo_andTheNextCheckinStaysOpen() {
        talk.coach().types(CHANNEL, "/coach setup");
        send(talk.coach().modal().choose("Weekly summary in this channel", "No")).close();
        talk.moveTo(FIRST);
        talk.moveTo(LocalDateTime.of(2026, 9, 20, 20, 30));
        talk.fern().clicks(DM, "Answer all");
        var sunday = talk.fern().modal();
        assertThat(sunday.text()).contains("This goes to the week of September 14.");
        assertThat(send(sunday.choose("This week I", "none yet")).text())
                .contains("Saved for the week of September 14.");
        sunday.close();
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains("This is for the week of September 14.");

        talk.moveTo(FIRST.plusDays(7).minusMinutes(1));
        talk.larch().clicks(DM, "Answer all");
        var before = talk.larch().modal();
        talk.moveTo(FIRST.plusDays(7));
        assertThat(talk.larch().willSee("Check-in: Explore, weekly")).isTrue();
        assertThat(send(before.choose("This week I", "none yet")).text()).contains(
                "Saved for the week of September 14.", "The newer check-in is still open.", "Answer the newer one");
        talk.quiet();
        before.close();
        for (var teacher : new String[]{"U0FERN", "U0LARCH"}) {
            assertThat(talk.sandbox.as(teacher).home()).contains(WAITS);
            assertThat(talk.sandbox.as(teacher).dm()).last().asString().contains("Check-in: Explore, weekly",
                    "[Answer all]");
        }
        talk.larch().types(DM, "/coach");
        talk.quiet();
        assertThat(dm(talk.larch())).contains(WAITS);
    }
}
