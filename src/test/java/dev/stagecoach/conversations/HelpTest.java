package dev.stagecoach.conversations;

import java.util.ArrayList;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A line to the coach, of which nobody else hears. */
class HelpTest {
    private static final String ABOUT = "My pair talk dies after a minute <!channel>";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void askedInPrivate_takenByTheCoach_done() {
        ask(talk.fern());
        assertThat(talk.coach().willSee("is asking for help")).isTrue();
        assertThat(dm(talk.coach())).contains("a model lesson", "pair talk");
        assertThat(talk.coach().home()).contains("Somebody on your team is asking for your help.");

        talk.restart(() -> {});
        talk.coach().clicks(DM, "I’ll take it");
        talk.quiet();
        assertThat(dm(talk.coach())).contains("You have this one.");
        assertThat(dm(talk.fern())).contains("@Coach Wren will help you with this. They will get in touch with you.");
        talk.fern().clicks(DM, "It is done");
        talk.quiet();
        assertThat(dm(talk.coach())).contains("This is done.");
        assertThat(talk.coach().dm()).filteredOn(said -> said.contains("pair talk")).hasSize(1);

        var others = new ArrayList<Persona>(talk.teachers().subList(1, talk.teachers().size()));
        others.add(talk.principal());
        assertThat(others).allSatisfy(other -> assertThat(other.sees()).doesNotContain("pair talk",
                "asks for help"));
    }

    @Test
    void whatIsTakenBackIsGoneFromTheCoachsMessageToo() {
        ask(talk.fern());
        assertThat(talk.coach().willSee("pair talk")).isTrue();
        talk.fern().types(CHANNEL, "/coach ask");
        talk.fern().clicks(CHANNEL, "Take it back");
        talk.quiet();
        assertThat(dm(talk.coach())).contains("They no longer need help with this.").doesNotContain("pair talk");
    }

    private void ask(Persona who) {
        who.types(CHANNEL, "/coach ask");
        send(who.modal().choose("What would help?", "a model lesson").fill("What is it about?", ABOUT)).close();
        talk.quiet();
    }
}
