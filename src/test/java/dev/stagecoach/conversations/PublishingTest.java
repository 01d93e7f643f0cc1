package dev.stagecoach.conversations;

import java.util.List;
import java.util.function.UnaryOperator;

import dev.stagecoach.sandbox.OpenModal;
import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.SOON;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * All that puts somebody's words into the team's channel: the form says so before, and who reads there; what looks like
 * a name is asked about; and then it stands there, for the principal too. The rows of config/published.md.
 */
class PublishingTest {
    private static final String SAID = "your team's channel, which Principal Oakley can read too";
    private final Conversation talk = Conversation.ofATeam();

    /**
     * One way for words into the channel.
     *
     * @param opens gets somebody to the form
     * @param fills the form but for the words themselves, with the channel chosen where there is a choice
     * @param field of the words
     * @param words what stands in the channel then, with a colleague's name in it
     */
    private record Way(String what, List<String> opens, UnaryOperator<OpenModal> fills, String field, String words) {}

    private static final List<Way> WAYS = List.of(
            new Way("a proposed practice", List.of("/coach goal", "[Choose the practice"),
                    form -> form.choose("Practice", "Expanded discussion"), "Why this one?",
                    "Ms. Poppy and I talk too much"),
            new Way("evidence", List.of("/coach evidence"), form -> form.choose("Who sees it?", "My team"),
                    "What you saw", "Ms. Poppy saw five turns in a row"),
            new Way("a reflection", List.of("/coach reflect", "[Write"),
                    form -> form.choose("Who sees it", "Share with my team"), "Your thoughts",
                    "Ms. Poppy asks shorter questions"),
            new Way("a thread of feedback", List.of("/coach feedback", "[Ask for feedback"),
                    form -> form.fill("One piece of evidence", "4 of 12 pairs").fill(
                            "The one question you want help with", "What would you try?")
                            .choose("Who do you want to ask?", "The whole team, in the channel"),
                    "What I tried", "Ms. Poppy and I paired them"),
            new Way("a try", List.of("/coach try Wait ten seconds"),
                    form -> form.fill("What will you count?", "Turns").choose("Whose is it?",
                            "Mine, and the team sees it"),
                    "What do you expect to see?", "More turns, as Ms. Poppy has"));

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theFormSaysWhoReads_namesAreAskedAbout_andThenItStandsThere() {
        assertThat(talk.principal().joins(CHANNEL)).isEmpty();
        talk.moveOn(SOON);
        var fern = talk.fern();
        for (var way : WAYS) {
            way.opens().forEach(step -> step(fern, step));
            var form = fern.modal();
            assertThat(form.text()).as(way.what()).contains(SAID);
            assertThat(way.fills().apply(form).fill(way.field(), way.words()).submit()).as(way.what()).isEmpty();
            assertThat(fern.willSee("Not sent yet.")).as("%s asks about the name: %s", way.what(), form.text())
                    .isTrue();
            assertThat(form.text()).contains("“Ms. Poppy”", SAID);
            assertThat(talk.principal().sees()).as(way.what()).doesNotContain(way.words());
            send(form.choose("Is it a name?", "No, or it can stay. Send it as it is."));
            assertThat(talk.principal().willSee(way.words())).as(way.what()).isTrue();
            talk.quiet();
            closeAll(fern);
        }
    }

    private void step(Persona fern, String step) {
        if (step.startsWith("[")) {
            assertThat(fern.clicks(CHANNEL, step.substring(1))).as(step).isEmpty();
        } else {
            assertThat(fern.types(CHANNEL, step)).as(step).isEmpty();
        }
        talk.quiet();
    }
}
