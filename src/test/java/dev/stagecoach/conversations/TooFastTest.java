package dev.stagecoach.conversations;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody whose calls come faster than any fingers can make them. */
class TooFastTest {
    private static final String WAIT = "wait a few seconds, then try again";
    private final Conversation talk = Conversation.atTheUsualSpeed();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theyAreAskedToWait_whatTheyTypedStays_andNobodyElseNoticesIt() {
        var fern = talk.fern();
        fern.types(CHANNEL, "/coach reflect");
        fern.clicks(CHANNEL, "Write");
        var form = fern.modal().choose("Who sees it", "Share with my team").fill("Your thoughts",
                "They listened to each other.");
        IntStream.range(0, 58).forEach(_ -> fern.types(CHANNEL, "/coach nonsense"));
        assertThat(fern.messages(CHANNEL)).last().asString().contains("I do not know");
        fern.types(CHANNEL, "/coach nonsense");
        assertThat(fern.willSee(WAIT)).isTrue();
        fern.clicks(CHANNEL, "Write");
        assertThat(fern.hasModal()).as("a click is refused as well, and the form is still there").isTrue();
        assertThat(form.submit().values()).singleElement().asString().contains(WAIT);
        assertThat(form.value("Your thoughts")).isEqualTo("They listened to each other.");
        talk.larch().types(CHANNEL, "/coach nonsense");
        assertThat(talk.larch().willSee("I do not know")).isTrue();
        assertThat(talk.larch().sees()).doesNotContain("They listened", WAIT);

        talk.sandbox.advance(Duration.ofSeconds(5));
        Conversation.send(form).close();
        assertThat(talk.larch().willSee("They listened to each other.")).isTrue();
        assertThat(talk.larch().messages(CHANNEL).stream().filter(one -> one.contains("They listened"))).hasSize(1);
    }
}
