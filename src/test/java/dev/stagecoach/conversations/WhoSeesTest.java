package dev.stagecoach.conversations;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code /coach who-sees} says for each thing who can see it now, and who looked. */
class WhoSeesTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void eachThingNamesItsReaders_andWhoLookedIsTold() {
        talk.fern().types(CHANNEL, "/coach evidence");
        send(talk.fern().modal().fill("What you saw", "Groups asked each other why")
                .choose("Who sees it?", "My team")).close();
        talk.fern().types(CHANNEL, "/coach evidence");
        send(talk.fern().modal().fill("What you saw", "Nobody else reads this").choose("Who sees it?", "Only me"))
                .close();
        talk.quiet();
        assertThat(page()).contains("you, everybody on the team and Coach Wren.", "only you.",
                "Nobody else has looked at anything of yours").doesNotContain("Principal Oakley");

        talk.larch().types(CHANNEL, "/coach evidence list");
        assertThat(talk.larch().willSee("Groups asked each other why")).isTrue();
        assertThat(page()).contains("@Mr. Larch looked at your evidence on Mon, Sep 14, 2026.")
                .doesNotContain("Groups asked", "Nobody else reads this");
        talk.larch().types(CHANNEL, "/coach who-sees");
        assertThat(talk.larch().willSee("Who sees my things")).isTrue();
        assertThat(talk.larch().messages(CHANNEL).getLast()).doesNotContain("your evidence");
    }

    /** Whatever a form promises is what the page says of it afterwards. */
    @Test
    void theFormSaysTheSameBefore() {
        var everybody = "you, everybody on the team and Coach Wren";
        talk.fern().types(CHANNEL, "/coach reflect");
        talk.fern().clicks(CHANNEL, "Write");
        assertThat(talk.fern().modal().text()).contains("Now: only you. If you share it: " + everybody + ", because");
        send(talk.fern().modal().fill("Your thoughts", "I talk too much")).close();
        talk.quiet();
        assertThat(page()).contains("Reflection of Mon, Sep 14, 2026: only you.");

        talk.fern().types(CHANNEL, "/coach evidence");
        assertThat(talk.fern().modal().text())
                .contains("Now: only you. If you choose your team: " + everybody + ", because");
        send(talk.fern().modal().fill("What you saw", "Groups asked each other why").choose("Who sees it?", "My team"))
                .close();
        talk.quiet();
        assertThat(page()).contains("Evidence of Mon, Sep 14, 2026: " + everybody + ".");

        talk.fern().types(CHANNEL, "/coach ask");
        var form = talk.fern().modal();
        assertThat(form.text()).contains("Who can see it: you and Coach Wren.");
        form.fields().stream().filter(field -> !field.optional()).forEach(field -> {
            if (field.options().isEmpty()) {
                form.fill(field.key(), "How do I begin?");
            } else {
                form.choose(field.key(), field.options().getFirst());
            }
        });
        send(form).close();
        talk.quiet();
        assertThat(page()).contains("Request for help: you and Coach Wren.");

        talk.coach().types(CHANNEL, "/coach brief");
        talk.coach().clicks(CHANNEL, "Write a note");
        assertThat(talk.coach().modal().text()).contains("Who can see it: only you, as long as");
    }

    /** Also what has readers of its own: the few who were asked, and nobody else. */
    @Test
    void whatWasAskedOfAFewNamesThoseFew() {
        talk.fern().types(CHANNEL, "/coach feedback");
        talk.fern().clicks(CHANNEL, "Ask for feedback");
        send(talk.fern().modal().fill("What I tried", "Pairs").fill("One piece of evidence", "4 of 12 pairs")
                .fill("The one question you want help with", "What next?")
                .choose("Who do you want to ask?", "Only some people, each privately")
                .pickPeople("Who", "Mr. Larch", "Ms. Poppy")).close();
        talk.fern().types(CHANNEL, "/coach promise to bring the cards");
        var everybody = "you, everybody on the team and Coach Wren";
        assertThat(talk.fern().modal().text()).contains("Who can see it: " + everybody
                + ". If it is for your leaders: you, everybody on the team, Coach Wren and Principal Oakley.");
        send(talk.fern().modal()).close();
        talk.quiet();
        assertThat(page()).contains("Question to colleagues: you, Mr. Larch and Ms. Poppy.",
                "Promise of Mon, Sep 14, 2026: you, everybody on the team and Coach Wren.");
    }

    private String page() {
        talk.fern().types(CHANNEL, "/coach who-sees");
        talk.quiet();
        return talk.fern().messages(CHANNEL).getLast();
    }
}
