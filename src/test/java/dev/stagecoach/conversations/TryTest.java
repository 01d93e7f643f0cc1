package dev.stagecoach.conversations;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** From tries to a report: what the stage of trying asks for, met one after the other. */
class TryTest {
    private final Conversation talk = Conversation.ofATeam();

    TryTest() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        for (var stage : new String[]{"Plan & Design", "Implement"}) {
            talk.movesTo(stage, "On to " + stage);
            assertThat(talk.fern().willSee("On to " + stage)).isTrue();
        }
    }

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void triesEvidenceAndLadder_makeAReportThatThePrincipalReadsOnceTwoAgree() {
        for (var change : new String[]{"Wait ten seconds", "Ask who agrees"}) {
            talk.tryOut(change);
        }
        talk.logEvidence("Five turns in a row without me", "What people do");
        talk.logEvidence("They explain each other's ideas", "What students gained");
        talk.placeOnLadder();

        talk.larch().types(CHANNEL, "/coach report");
        assertThat(talk.larch().willSee("Keep: 2")).isTrue();
        talk.larch().clicks(CHANNEL, "Write your part");
        send(talk.larch().modal().fill("What can this report not show?", "Two classes only").fill("What comes next?",
                "The same in science")).close();
        principal("has no report for you to read yet");
        talk.larch().types(CHANNEL, "/coach report");
        talk.larch().clicks(CHANNEL, "Propose showing leaders");
        assertThat(talk.larch().willSee("Another member or a coach needs to confirm it.")).isTrue();
        principal("has no report for you to read yet");
        assertThat(talk.fern().home()).contains("showing your report to leaders");
        talk.fern().types(CHANNEL, "/coach report");
        talk.fern().clicks(CHANNEL, "Yes, show leaders");
        assertThat(talk.fern().willSee("Leaders see it as it was when you approved it.")).isTrue();

        principal("Two classes only");
        assertThat(talk.principal().messages(DM).getLast()).contains("Students will answer each other.",
                "Keep: 2", "What people do: 1", "What students gained: 1", "9 of 12 answer", "The same in science")
                .doesNotContain("Wait ten seconds", "Five turns in a row");
        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(talk.fern().willSee("Met: At least two tries")).isTrue();
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("Met: At least two tries are closed",
                "Met: Evidence of teachers using the practice", "Met: The team agrees where it stands",
                "Met: The team has approved its cycle report", "Met: The next goal is drafted");
    }

    private void principal(String words) {
        Persona principal = talk.principal();
        principal.types(DM, "/coach report");
        assertThat(principal.willSee(words)).isTrue();
    }
}
