package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static org.assertj.core.api.Assertions.assertThat;

/** What people write to the bot alone, as the sandbox delivers it. */
class DirectMessageTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @ParameterizedTest
    @CsvSource({"help, I coach your team", "stop, Check-ins are on.", "'Please unsubscribe!', Stop check-ins",
            "mute, Change what I send you", "delete my data, What I keep about you",
            "export my data, Who sees what",
            "who can see this?, Who sees what", "privacy, Who sees what",
            "Regular Conferencing, Also called: conferencing",
            "/coach help me, I coach your team", "hlep, Did you mean “help”?", "hi, Grade 7",
            "I had such a good lesson today, [Choose the practice] [What I can do]", "quiet, Change what I send you",
            "reminders, Check-ins are on.", "pause, How long"})
    void plainWordsAreUnderstood(String written, String answered) {
        assertThat(talk.fern().types(DM, written)).isEmpty();
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains(answered);
    }

    @Test
    void aPauseIsConfirmedByAButton() {
        talk.fern().types(DM, "pause until Monday");
        talk.quiet();
        assertThat(talk.fern().home()).as("nothing yet").contains("Check-ins are on.");
        talk.fern().clicks(DM, "Pause until Mon, Sep 21");
        talk.quiet();
        assertThat(dm(talk.fern())).contains("Check-ins are paused until Mon, Sep 21.");
        assertThat(talk.fern().home()).contains("Check-ins are paused until Mon, Sep 21.");
    }

    @Test
    void stoppedWithOneClickAndStartedAgain() {
        talk.fern().types(DM, "stop");
        talk.quiet();
        talk.fern().clicks(DM, "Stop check-ins");
        assertThat(talk.fern().willSee("Check-ins are off, in all your teams")).isTrue();
        talk.fern().types(DM, "stop");
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains("Check-ins are off.", "Start check-ins again");
    }

    @Test
    void aFormOpensWithAClick() {
        talk.fern().types(DM, "evidence We saw pairs talk");
        talk.quiet();
        assertThat(talk.fern().hasModal()).isFalse();
        talk.fern().clicks(DM, "Open it");
        assertThat(talk.fern().modal().text()).contains("We saw pairs talk");
    }

    @Test
    void aSurveyIsACoachsRoundAndAMembersOwnAnswer() {
        for (var word : new String[]{"survey", "assess", "self-assessment"}) {
            talk.coach().types(CHANNEL, "/coach " + word);
            assertThat(talk.coach().modal().title()).as(word).isEqualTo("Open a round");
            talk.coach().modal().close();
            talk.fern().types(CHANNEL, "/coach " + word);
            assertThat(talk.fern().messages(CHANNEL)).last().asString().contains("No round is open now.");
        }
    }

    @Test
    void inTheChannelNobodyIsAnswered() {
        var before = talk.fern().messages(CHANNEL).size();
        talk.fern().types(CHANNEL, "help");
        talk.quiet();
        assertThat(talk.fern().messages(CHANNEL)).hasSize(before + 1);
    }
}
