package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** What a team has done shows at its stage's gates; a coach may do without one, and says why. */
class GatesTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theGatesSayWhatIsThereAndLeadToWhatIsMissing() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(page()).contains("Met: One practice is chosen", "Students seldom talk to each other.",
                "Open: At least 7 in 10 placed themselves", "Open: The goal is complete");

        talk.fern().clicks(CHANNEL, "Write the goal");
        assertThat(talk.fern().modal().text()).contains("Students will ...");
        assertThat(talk.fern().canClick("Open a round")).as("that is a coach's to do").isFalse();
        assertThat(talk.fern().canClick("Waive a step")).isFalse();
        talk.coach().types(CHANNEL, "/coach stage");
        assertThat(talk.coach().willSee("[Open a round]")).isTrue();
    }

    @Test
    void aRoundMeetsItsGate() {
        talk.openRound();
        talk.rateAll();
        talk.closeRound();
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.fern().types(CHANNEL, "/coach stage");

        assertThat(page()).contains("Met: At least 7 in 10 placed themselves", "The last round has a result.");
    }

    @Test
    void aCoachDoesWithoutAGateForAReasonThatTheTeamReads() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.coach().types(CHANNEL, "/coach stage");
        talk.coach().clicks(CHANNEL, "Waive a step");
        var form = talk.coach().modal().choose("Which one?", "The goal is complete, with its baseline and a date");
        assertThat(form.submit()).isNotEmpty();
        send(form.fill("Why the team can skip it", "The district sets the date.")).close();

        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(talk.fern().willSee("The district sets the date.")).isTrue();
        assertThat(page()).contains("Waived: The goal is complete").doesNotContain("Open: The goal is complete");
        talk.fern().clicks(CHANNEL, "Take back the waiver: Write the goal");
        assertThat(talk.fern().willSee("Open: The goal is complete")).isTrue();
    }

    private String page() {
        return talk.fern().messages(CHANNEL).getLast();
    }
}
