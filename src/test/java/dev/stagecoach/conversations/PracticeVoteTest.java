package dev.stagecoach.conversations;

import java.time.LocalDateTime;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody switches the team's practice alone. */
class PracticeVoteTest {
    private static final String QUESTION = "Shall we take this up?";
    /** The team is set up on Monday; two school days later its votes of Monday close. */
    private static final LocalDateTime WEDNESDAY = LocalDateTime.of(2026, 9, 16, 16, 0);
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aTeacherProposes_anotherAgreesAtHome_andAfterTwoSchoolDaysTheTeamWorksOnIt() {
        proposes(talk.larch());
        assertThat(channel(talk.fern())).contains("@Mr. Larch proposes that our team takes up Expanded discussion",
                "> We talk too much.", QUESTION, "1 of 7 said yes, 0 no; open until Wed, Sep 16, ");
        talk.principal().joins(CHANNEL);
        talk.principal().clicks(CHANNEL, "Yes");
        assertThat(talk.principal().willSee("This is for the team's members in")).isTrue();

        assertThat(talk.fern().home()).contains("Mr. Larch proposes to take up Expanded discussion. Say yes or no.");
        talk.fern().clicks("home", "Look at it");
        talk.quiet();
        talk.fern().clicks("modal", "Yes");
        talk.quiet();
        closeAll(talk.fern());
        assertThat(talk.fern().home()).doesNotContain("Say yes or no.");
        assertThat(channel(talk.larch())).contains("2 of 7 said yes, 0 no");

        talk.fern().types(CHANNEL, "/coach goal");
        talk.quiet();
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains(QUESTION, "[Yes]");

        talk.moveTo(WEDNESDAY);
        assertThat(channel(talk.larch())).contains("The team takes it up: 2 of 7 said yes.", "[Write the goal]",
                "The team works on Expanded discussion", "Proposed by @Mr. Larch, 2 of 7 agreed")
                .doesNotContain("[No]");
        talk.fern().types(CHANNEL, "/coach stage");
        talk.quiet();
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("@Mr. Larch: proposed the practice, and 2 of 7"
                + " agreed. We talk too much.");
    }

    @Test
    void whenTooFewAnswerTheTeamIsToldOnce_andMayProposeItAgain() {
        proposes(talk.larch());
        talk.moveTo(WEDNESDAY);
        talk.moveTo(WEDNESDAY.plusDays(1));
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("will not take up"))
                .as("the question, written over, and one sentence").hasSize(2)
                .allSatisfy(said -> assertThat(said).contains("for now: 1 of 7 said yes.", "[Propose again]")
                        .doesNotContain("[Yes]"));
        talk.fern().clicks(CHANNEL, "Propose again");
        send(talk.fern().modal().fill("Why this one?", "Let us look once more.")).close();
        talk.othersSayYes(talk.fern());
        assertThat(channel(talk.larch())).contains("The team works on Expanded discussion");
    }

    @Test
    void theCoachClosesItWhenItCannotBeChosenAtOnceAnyMore() {
        proposes(talk.larch());
        assertThat(talk.coach().home()).doesNotContain("can be closed");
        talk.coach().clicks(CHANNEL, "See details");
        assertThat(talk.coach().willSee("You can close the vote when everybody has answered")).isTrue();
        talk.teachers().stream().filter(teacher -> !teacher.id().equals(talk.larch().id())).limit(4)
                .forEach(teacher -> assertThat(teacher.clicks(CHANNEL, "No")).isEmpty());
        talk.quiet();
        assertThat(talk.coach().home()).contains("The vote on Expanded discussion can be closed.");
        talk.coach().clicks("home", "Look at it");
        talk.quiet();
        talk.coach().clicks("modal", "Close the vote");
        talk.quiet();
        closeAll(talk.coach());
        assertThat(channel(talk.fern())).contains("will not take up Expanded discussion for now: 1 of 7 said yes.")
                .doesNotContain("[Yes]");
    }

    private void proposes(Persona who) {
        who.types(CHANNEL, "/coach goal");
        talk.quiet();
        who.clicks(CHANNEL, "Choose the practice");
        send(who.modal().choose("Practice", "Expanded discussion").fill("Why this one?", "We talk too much."))
                .close();
        talk.quiet();
    }
}
