package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static org.assertj.core.api.Assertions.assertThat;

/** A copy of one's data comes as files into one's own conversation with the bot, and nowhere else. */
class CopyOfMyDataTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aCopyComesToItsPersonAlone() {
        talk.fern().types(CHANNEL, "/coach export my data");
        talk.fern().clicks(CHANNEL, "Send me a copy");
        assertThat(talk.fern().willSee("I have sent you two files")).isTrue();
        assertThat(talk.fern().messages(DM)).anyMatch(said -> said.contains("Here is everything I keep about you")
                && said.contains("my-data.html") && said.contains("my-data.json"));
        assertThat(talk.larch().sees() + talk.coach().sees()).doesNotContain("my-data.html");
    }
}
