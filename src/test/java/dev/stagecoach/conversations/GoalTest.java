package dev.stagecoach.conversations;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

class GoalTest {
    private static final String SENTENCE = "Students will answer one another in whole sentences";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void chosenWithAReason_writtenTogether_editedWithItsHistory() {
        talk.principal().types(DM, "/coach goal");
        assertThat(talk.principal().messages(DM).getLast()).contains("has not chosen").doesNotContain("[Choose");
        talk.setGoal(talk.fern(), SENTENCE);

        assertThat(talk.larch().willSee("> " + SENTENCE)).isTrue();
        assertThat(talk.larch().willSee("The team works on Expanded discussion")).isTrue();
        assertThat(talk.larch().sees()).contains("Students seldom talk to each other.",
                "Last written by @Ms. Fern");
        talk.fern().clicks(CHANNEL, "Edit goal");
        var late = talk.fern().modal();
        talk.larch().clicks(CHANNEL, "Edit goal");
        var form = talk.larch().modal().fill("Baseline", "4 of 12").fill("Target", "9 of 12")
                .pickDate("Day of the baseline", LocalDate.of(2026, 9, 15));
        assertThat(form.submit()).containsOnlyKeys("Day of the baseline");
        send(form.pickDate("Day of the baseline", LocalDate.of(2026, 9, 11)));
        assertThat(form.text()).contains("page 2 of 2");
        send(form.fill("What you measure", "A count each Friday").choose("How often?", "Every week")).close();

        assertThat(late.fill("Students will ...", "Students will do something else").submit().get("Students will ..."))
                .startsWith("Mr. Larch changed this goal while you were writing");
        assertThat(late.value("Students will ...")).isEqualTo("Students will do something else");
        late.close();
        assertThat(talk.fern().willSee("4 of 12 on Fri, Sep 11, 2026")).isTrue();
        assertThat(talk.fern().willSee("A count each Friday")).isTrue();
        talk.fern().clicks(CHANNEL, "Where we stand");
        assertThat(talk.fern().willSee("Propose where you stand")).isTrue();
        talk.fern().clicks(CHANNEL, "Edit the ladder's words");
        send(talk.fern().modal().fill("+2, far more than expected", "They run it alone")).close();
        assertThat(talk.larch().willSee("They run it alone")).isTrue();
        assertThat(talk.larch().sees()).contains("Every week");
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains("Our goal")).hasSize(1)
                .first().asString().contains("(edited)", "A count each Friday");
        talk.fern().clicks(CHANNEL, "History");
        assertThat(talk.fern().willSee("History of the goal")).isTrue();
        assertThat(talk.fern().sees()).contains("@Mr. Larch", "Baseline: “4 of 12");
    }
}
