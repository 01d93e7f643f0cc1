package dev.stagecoach.conversations;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static org.assertj.core.api.Assertions.assertThat;

/** From the Home tab everything that is theirs to do is two clicks away; nobody types a word. */
class EverythingTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void fromHomeItIsTwoClicks() {
        page(talk.fern());
        assertThat(talk.fern().clicks("modal", "All evidence")).isEmpty();
        assertThat(talk.fern().willSee("Your team has not logged evidence yet.")).isTrue();
        page(talk.coach());
        assertThat(talk.coach().clicks("modal", "Self-assessment round")).isEmpty();
        assertThat(talk.coach().willSee("Open a round")).isTrue();
        page(talk.principal());
        assertThat(talk.principal().clicks("modal", "Summary")).isEmpty();
        assertThat(talk.principal().willSee("Last month")).isTrue();
    }

    @Test
    void thePageSaysWhichTeam_andNoTwoButtonsOfItAreForTheSame() {
        page(talk.fern());
        assertThat(talk.fern().modal().text()).contains("Grade 7", "Ask for help").doesNotContain("Ask my coach");
        page(talk.coach());
        assertThat(talk.coach().modal().text()).contains("Who asks for help").doesNotContain("[Ask for help]");
    }

    @Test
    void whileAGateWaitsForThemNobodyHearsThatNothingWaits() {
        assertThat(talk.fern().home()).contains("Choose the practice your team will work on next.")
                .doesNotContain("Nothing is waiting");
        talk.setGoal(talk.fern(), "Students will build on what others say");
        assertThat(talk.fern().home()).contains("Next for your team: ").doesNotContain("Nothing is waiting");
        assertThat(talk.coach().home()).doesNotContain("Nothing is waiting");
        talk.fern().types(DM, "/coach");
        assertThat(talk.fern().willSee("Next for your team: ")).isTrue();
    }

    private static void page(Persona person) {
        closeAll(person);
        person.home();
        assertThat(person.clicks("home", "Everything I can do")).isEmpty();
        assertThat(person.willSee("Where we stand")).isTrue();
    }
}
