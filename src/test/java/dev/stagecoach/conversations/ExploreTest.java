package dev.stagecoach.conversations;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** From the first card that a newcomer reads to a scene that the whole team has placed. */
class ExploreTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aNewcomerReadsACardAndLooksAPracticeUp() {
        talk.fern().types(CHANNEL, "/coach learn");
        assertThat(page(talk.fern())).contains("Card 1 of 6", "the team sees a percentage at most");
        talk.fern().clicks(CHANNEL, "Seen, next");
        assertThat(talk.fern().willSee("The next card opens on")).isTrue();

        talk.fern().types(CHANNEL, "/coach learn expanded student talk");
        assertThat(page(talk.fern())).contains("Student-led academic discourse", "What to look for", "Trailhead",
                "What it asks of us", "Also called");
        talk.fern().clicks(CHANNEL, "Where it fits");
        assertThat(talk.fern().willSee("A level here is never turned into an evaluation rating")).isTrue();
        talk.fern().types(CHANNEL, "/coach learn crosswalk which rating is level 3");
        assertThat(talk.fern().willSee("I never turn a level into a rating")).isTrue();
    }

    @Test
    void aLeaderFillsInALinkThatTeachersFind() {
        talk.principal().types(DM, "/coach learn reading");
        talk.principal().clicks(DM, "Fill in");
        send(talk.principal().modal().fill("Link", "https://example.org/deep").fill("Minutes it takes", "20")).close();
        talk.fern().types(CHANNEL, "/coach learn reading");
        assertThat(page(talk.fern())).contains("(20 min)").doesNotContain("Fill in");
        talk.fern().clicks(CHANNEL, "Seen");
        assertThat(talk.larch().sees()).doesNotContain("Seen by");
    }

    @Test
    void twoEntriesFromTwoSourcesMeetTheGate() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(page(talk.fern())).contains("Open: A baseline from at least two kinds of sources");
        talk.fern().types(CHANNEL, "/coach baseline");
        assertThat(page(talk.fern())).contains("There is nothing in the baseline yet");
        talk.fern().clicks(CHANNEL, "Add to the baseline");
        talk.fern().clicks(CHANNEL, "Choose this");
        observe(talk.fern(), "visit", "One voice asked most.");

        talk.principal().types(DM, "/coach baseline");
        talk.principal().clicks(DM, "Add to the baseline");
        talk.principal().clicks(DM, "Something else");
        talk.principal().modal().fill("What did you look for?", "Answers that name a classmate's idea");
        observe(talk.principal(), "schedule", "Two blocks a week.");
        talk.principal().types(DM, "/coach baseline");
        assertThat(talk.principal().sees()).contains("schedule (1)").doesNotContain("visit (1)",
                "One voice asked most.");

        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(page(talk.fern())).contains("Met: A baseline from at least two kinds of sources",
                "From visit, schedule.");
        talk.larch().types(CHANNEL, "/coach baseline");
        talk.larch().clicks(CHANNEL, "Discussion");
        assertThat(talk.larch().willSee("4 of 12 students")).isTrue();
        assertThat(page(talk.larch())).contains("4 of 12 students", "R1, R2", "visit (1), schedule (1)",
                "One voice asked most.");
    }

    private void observe(Persona who, String source, String pattern) {
        var form = who.modal().choose("Source", source).fill("Rooms, as codes", "R1, R2")
                .fill("How many did it, of how many?", "4").fill("Of how many", "12").fill("From", "2026-09-08")
                .fill("Until", "2026-09-09").choose("Who looked?", "teacher");
        send(form.fill("What stands out?", "Mr. Larch asked most.")).fill("What stands out?", pattern);
        assertThat(form.text()).contains("This looks like a name");
        assertThat(send(form).text()).contains("Saved. The baseline for");
        form.close();
    }

    @Test
    void theTeamWordsItsContinuumAndPlacesAScene() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.coach().types(CHANNEL, "/coach learn discussion");
        talk.coach().clicks(CHANNEL, "Our continuum");
        talk.coach().clicks(CHANNEL, "Edit: What students do");
        var words = send(talk.coach().modal().fill("Trailhead", "They wait for us to ask."));
        assertThat(words.text()).contains("In our own words", "They wait for us to ask.", "The guide: ");
        words.close();
        talk.coach().clicks(CHANNEL, "Link our standards");
        var standards = send(talk.coach().modal().fill("Others, one per line", "District goal 3"));
        assertThat(standards.text()).contains("District goal 3", "never turn a level into a rating");
        standards.close();

        talk.coach().types(CHANNEL, "/coach learn discussion");
        talk.coach().clicks(CHANNEL, "Scenes to place");
        talk.coach().clicks(CHANNEL, "Put it to the team");
        assertThat(talk.fern().willSee("where on our continuum is this?")).isTrue();
        talk.teachers().forEach(this::place);
        talk.quiet();
        assertThat(channel(talk.fern())).contains("7 of 7 placed it");
        talk.coach().clicks(CHANNEL, "Close and show");
        assertThat(talk.fern().willSee("How we placed “Many hands”")).isTrue();
        assertThat(channel(talk.fern())).contains("In the middle: First miles, a shared view.",
                "(picture: Bar of placements by level: Trailhead 0, First miles 7");
    }

    private void place(Persona teacher) {
        teacher.clicks(CHANNEL, "Place it");
        var form = teacher.modal();
        assertThat(form.text()).contains("They wait for us to ask.");
        send(form.choose("What students do", "First miles")).close();
    }

    private static String page(Persona who) {
        return who.messages(CHANNEL).getLast();
    }
}
