package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.SOON;
import static dev.stagecoach.conversations.Conversation.channel;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody of another district in the team's channel, by Slack Connect: what they click in names their workspace. */
class NextDoorTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aNeighborTakesNoPart_andTheTeamDecidesWhatTheyRead() {
        var sorrel = talk.sandbox.as("U0SORREL");
        assertThat(sorrel.joins(CHANNEL)).isEmpty();
        talk.moveOn(SOON);
        assertThat(talk.fern().willSee("Ms. Sorrel can read this channel")).isTrue();
        assertThat(channel(talk.fern())).contains("somebody outside your school can read everything posted here");
        talk.openRound();
        assertThat(sorrel.dm()).as("nobody asks a neighbor").isEmpty();
        talk.rateAll();
        talk.coach().types(CHANNEL, "/coach round");
        talk.coach().clicks("Close and reveal");
        assertThat(talk.fern().willSee("The result of our self-assessment is ready")).isTrue();
        assertThat(sorrel.sees()).doesNotContain("Where we stand", "First miles");

        sorrel.clicks(CHANNEL, "See the result");
        talk.quiet();
        assertThat(sorrel.sees()).as("the same person in the school's workspace, who may not see it")
                .contains("only other people can see it").doesNotContain("Where we stand", "First miles");

        talk.teachers().forEach(teacher -> {
            teacher.types(DM, "/coach visibility");
            assertThat(teacher.willSee("can read your channel")).isTrue();
            assertThat(teacher.clicks(DM, "Fine with me")).isEmpty();
            assertThat(teacher.willSee("it is fine with you")).isTrue();
        });
        talk.quiet();
        assertThat(channel(talk.fern())).contains("The team has agreed to that.");
    }
}
