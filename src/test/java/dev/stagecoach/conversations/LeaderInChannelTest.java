package dev.stagecoach.conversations;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.SOON;
import static dev.stagecoach.conversations.Conversation.channel;
import static org.assertj.core.api.Assertions.assertThat;

/** A principal who comes into the team's channel reads along: the team is told, and decides. */
class LeaderInChannelTest {
    private static final String NOTICE = "Principal Oakley can read this channel";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theTeamIsTold_andTheResultStaysOutOfTheChannelUntilItAgrees() {
        talk.openRound();
        talk.rateAll();
        assertThat(talk.principal().joins(CHANNEL)).isEmpty();
        talk.moveOn(SOON);
        assertThat(talk.fern().willSee(NOTICE)).isTrue();
        talk.coach().types(CHANNEL, "/coach round");
        talk.coach().clicks("Close and reveal");
        assertThat(talk.fern().willSee("The result of our self-assessment is ready")).isTrue();
        assertThat(talk.principal().sees()).doesNotContain("Where we stand", "First miles");
        talk.fern().clicks(CHANNEL, "See the result");
        assertThat(talk.fern().willSee("Where we stand")).isTrue();
        assertThat(talk.principal().sees()).as("for her alone").doesNotContain("Where we stand");
        talk.principal().clicks(CHANNEL, "See the result");
        talk.quiet();
        assertThat(talk.principal().sees()).doesNotContain("Where we stand", "First miles");

        talk.teachers().stream().limit(6).forEach(this::isFine);
        talk.quiet();
        assertThat(channel(talk.fern())).as("none of them turns it alone").contains("out of the channel",
                "Half or more have answered");
        talk.teachers().stream().skip(6).forEach(this::isFine);
        talk.quiet();
        assertThat(channel(talk.fern())).contains("The team has agreed to that.", "Everybody has answered");
    }

    @Test
    void whatIsAskedOfAMemberStandsFirstOnThePage() {
        talk.principal().joins(CHANNEL);
        talk.moveOn(SOON);
        assertThat(talk.fern().willSee(NOTICE)).isTrue();
        talk.fern().clicks(CHANNEL, "Answer in private");
        assertThat(talk.fern().willSee("Yes, openly")).isTrue();
        assertThat(channel(talk.fern())).containsSubsequence("Rather not", "Yes, openly");
    }

    @Test
    void eachComingIsToldOnce() {
        talk.principal().joins(CHANNEL);
        talk.moveOn(SOON);
        assertThat(talk.fern().willSee(NOTICE)).isTrue();
        talk.quiet();
        talk.principal().leaves(CHANNEL);
        talk.principal().joins(CHANNEL);
        talk.moveOn(SOON);
        assertThat(channel(talk.fern()).split(NOTICE, -1)).hasSize(3);
    }

    private void isFine(Persona teacher) {
        teacher.types(DM, "/coach visibility");
        assertThat(teacher.willSee("can read your channel")).isTrue();
        assertThat(teacher.clicks(DM, "Fine with me")).isEmpty();
        assertThat(teacher.willSee("it is fine with you")).isTrue();
    }
}
