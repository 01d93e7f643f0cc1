package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** What has come to its day is said in the person's message of the week, beside a check-in or alone. */
class DueTest {
    private static final LocalDateTime EVE = LocalDateTime.of(2026, 9, 15, 15, 0);
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    private void promises(Persona who, String what) {
        who.types(CHANNEL, "/coach promise " + what);
        talk.quiet();
        send(who.modal().pickDate("By when?", LocalDate.of(2026, 9, 21))).close();
        talk.quiet();
    }

    @Test
    void aPromiseIsSaidBelowTheCheckIn_andAloneToWhomNoCheckInAsks_onceAWeek() {
        promises(talk.fern(), "I bring the cards");
        promises(talk.coach(), "I find a room");
        talk.moveTo(EVE);
        assertThat(dm(talk.fern())).contains("Check-in: Explore, weekly").doesNotContain("I bring the cards");
        assertThat(dm(talk.coach())).doesNotContain("I find a room");

        talk.moveTo(EVE.plusDays(7));
        assertThat(talk.fern().dm().getLast()).contains("2 things for you, all in one message",
                "Check-in: Explore, weekly", "Your promise is due: I bring the cards", "[Kept]",
                "[Stop messages like this]");
        assertThat(talk.coach().dm()).last().asString().contains("1 thing is due for you", "I find a room");
        assertThat(dm(talk.larch())).doesNotContain("due for you");

        talk.coach().clicks(DM, "Kept");
        talk.quiet();
        assertThat(dm(talk.coach())).contains("What was due here is done. Thank you.").doesNotContain("[Kept]");
        talk.fern().clicks(DM, "Kept");
        talk.quiet();
        assertThat(dm(talk.fern())).contains("What was due here is done.", "Check-in: Explore, weekly");
        talk.moveTo(EVE.plusDays(14));
        assertThat(talk.coach().dm()).filteredOn(message -> message.contains("due for you")).isEmpty();
    }
}
