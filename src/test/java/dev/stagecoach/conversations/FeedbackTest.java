package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A question to colleagues, their answers in turns, and a decision. */
class FeedbackTest {
    private static final String QUESTION = "What would get more pairs to answer each other?";
    private final Conversation talk = Conversation.ofATeam();
    private final Persona flint = talk.sandbox.as("U0FLINT");

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void sixTurnsWithThreePeopleAndARestartInBetween() {
        ask(talk.fern(), "Only some people, each privately", "Mr. Larch", "Mr. Flint");
        for (var asked : List.of(talk.larch(), flint)) {
            assertThat(asked.willSee("Ms. Fern is asking for feedback")).isTrue();
            assertThat(dm(asked)).contains(QUESTION, "Turn 2 of 6: Clarify.");
        }
        assertThat(talk.coach().sees() + talk.principal().sees()).doesNotContain(QUESTION);

        turn(talk.larch(), "How long was the pair talk?");
        turn(flint, "Which class was it?");
        talk.quiet();
        assertThat(dm(talk.larch())).contains("Turn 3 of 6: Noticed.");
        turn(talk.larch(), "I saw four pairs stop after one sentence.");
        talk.restart(() -> {});
        flint.clicks(DM, "Nothing to add");
        assertThat(flint.willSee("on your Home tab")).isTrue();
        talk.quiet();
        assertThat(dm(flint)).contains("Turn 4 of 6: Meaning.");

        talk.moveTo(LocalDateTime.of(2026, 9, 16, 12, 0));
        assertThat(dm(flint)).contains("Turn 6 of 6: Decide.");
        assertThat(dm(talk.fern())).contains("Turn 6 of 6: Decide.", "[Decide]");
        assertThat(flint.dm()).filteredOn(said -> said.contains(QUESTION)).hasSize(1);

        assertThat(talk.fern().home()).contains("Your colleagues have given you feedback");
        talk.fern().clicks(DM, "What was said");
        assertThat(talk.fern().willSee("I saw four pairs stop after one sentence.")).isTrue();
        talk.fern().clicks(DM, "Decide");
        send(talk.fern().modal().choose("What will you do?", "Try").fill("What exactly?", "A sentence to begin with")
                .pickDate("By when?", LocalDate.of(2026, 9, 21))).close();
        talk.quiet();
        assertThat(dm(talk.larch())).contains("Try: A sentence to begin with");

        talk.moveTo(LocalDateTime.of(2026, 9, 21, 9, 0));
        assertThat(talk.fern().home()).contains("You set yourself a step: “A sentence to begin with”");
        talk.fern().clicks("home", "Say how it went");
        send(talk.fern().modal().choose("Did you do it?", "In part")).close();
        assertThat(talk.fern().home()).doesNotContain("You set yourself a step");
        assertThat(talk.principal().sees()).doesNotContain(QUESTION, "A sentence to begin with");
    }

    @Test
    void theWholeTeamAnswersInAThreadInTheChannel() {
        ask(talk.fern(), "The whole team, in the channel");
        assertThat(talk.larch().willSee("Ms. Fern is asking for feedback")).isTrue();
        talk.larch().clicks(CHANNEL, "Take this turn");
        var form = talk.larch().modal().fill("Your words", "Did Ms. Poppy sit in?");
        assertThat(form.submit()).isEmpty();
        assertThat(form.text()).contains("“Ms. Poppy”");
        send(form.fill("Your words", "Did somebody sit in?")).close();
        talk.quiet();
        assertThat(channel(flint)).contains("Clarify, @Mr. Larch", "> Did somebody sit in?")
                .doesNotContain("Poppy sit");
        assertThat(flint.home()).contains("Ms. Fern is asking for your feedback: Clarify.");

        talk.fern().clicks(CHANNEL, "Take this turn");
        assertThat(talk.fern().willSee("1 of 6 have had their say")).isTrue();
        talk.fern().clicks(CHANNEL, "Next turn");
        assertThat(talk.larch().willSee("Turn 3 of 6: Noticed.")).isTrue();
        talk.fern().types(CHANNEL, "/coach feedback");
        talk.fern().clicks(CHANNEL, "Close the thread");
        assertThat(talk.larch().willSee("Ms. Fern has closed this thread")).isTrue();
        assertThat(flint.home()).doesNotContain("is asking for your feedback");
    }

    private void ask(Persona who, String whom, String... people) {
        who.types(CHANNEL, "/coach feedback");
        who.clicks(CHANNEL, "Ask for feedback");
        var form = who.modal().fill("What I tried", "Pairs, two minutes each.")
                .fill("One piece of evidence", "4 of 12 pairs answered each other.")
                .fill("The one question you want help with", QUESTION).choose("Who do you want to ask?", whom);
        if (people.length > 0) {
            form.pickPeople("Who", people);
        }
        send(form).close();
        talk.quiet();
    }

    private void turn(Persona who, String words) {
        who.clicks(DM, "Take this turn");
        send(who.modal().fill("Your words", words)).close();
        talk.quiet();
    }
}
