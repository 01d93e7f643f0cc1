package dev.stagecoach.conversations;

import java.time.LocalDateTime;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** The team proposes, the coach countersigns; a second journey beside the first; one nudge a week all the same. */
class JourneysTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void proposedByATeacher_turnedDownWithAWord_thenCountersigned_andBack() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        propose(talk.larch(), "Plan & Design", "We know what we want.");
        assertThat(talk.fern().willSee("@Mr. Larch proposes to move from Explore to Plan & Design")).isTrue();
        talk.fern().clicks(CHANNEL, "Countersign");
        assertThat(talk.fern().willSee("This is for the team's coaches in")).isTrue();

        talk.coach().home();
        assertThat(talk.coach().home()).contains("Mr. Larch proposes to move from Explore to Plan & Design.");
        talk.coach().clicks(CHANNEL, "Not yet");
        var form = talk.coach().modal();
        assertThat(form.submit()).containsKey("What is missing");
        send(form.fill("What is missing", "A count of <!channel> one lesson.")).close();
        talk.quiet();
        assertThat(channel(talk.larch())).contains("Not yet, says @Coach Wren", "A count of <!channel> one lesson.");

        propose(talk.larch(), "Plan & Design", "Counted: 4 of 20.");
        talk.coach().home();
        talk.coach().clicks("home", "Look at it");
        talk.coach().clicks(CHANNEL, "Countersign");
        talk.quiet();
        assertThat(channel(talk.fern())).contains("The team moves from Explore to Plan & Design",
                "Proposed by @Mr. Larch, countersigned by @Coach Wren");
        assertThat(channel(talk.coach())).doesNotContain("[Countersign]");

        propose(talk.fern(), "Explore", "We chose too fast.");
        talk.coach().clicks(CHANNEL, "Countersign");
        talk.quiet();
        talk.fern().types(CHANNEL, "/coach stage");
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("back from Plan & Design to Explore",
                "We chose too fast.", "Counted: 4 of 20.", "Not yet, says");
    }

    @Test
    void twoJourneysSideBySide() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.fern().types(CHANNEL, "/coach stage");
        talk.fern().clicks(CHANNEL, "Take up another practice");
        talk.choosesPractice(talk.fern(), "Regular conferencing", "Nobody knows the next step.");
        assertThat(channel(talk.larch())).contains("The team works on Regular conferencing",
                "Expanded discussion stays in Explore");
        talk.larch().types(CHANNEL, "/coach stage");
        talk.larch().clicks(CHANNEL, "Look at Discussion");
        talk.quiet();
        assertThat(talk.larch().messages(CHANNEL).getLast()).contains("[Work on this one now]",
                "[Look at Conferencing]");

        talk.larch().clicks(CHANNEL, "Work on this one now");
        send(talk.larch().modal().fill("Why this one?", "One thing after the other.")).close();
        talk.othersSayYes(talk.larch());
        assertThat(channel(talk.fern())).contains("Regular conferencing stays in Explore");
    }

    @Test
    void twoJourneysDoNotDoubleTheNudges() throws Exception {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.fern().types(CHANNEL, "/coach stage");
        talk.fern().clicks(CHANNEL, "Take up another practice");
        talk.choosesPractice(talk.fern(), "Regular conferencing", "Why not.");
        try (var alone = Conversation.ofATeam()) {
            alone.setGoal(alone.fern(), "Students will answer each other.");
            for (var day : new int[]{15, 18, 22, 25}) {
                talk.moveTo(LocalDateTime.of(2026, 9, day, 16, 0));
                alone.moveTo(LocalDateTime.of(2026, 9, day, 16, 0));
                assertThat(messages(talk)).as("by September " + day).isEqualTo(messages(alone)).isNotEmpty();
            }
        }
    }

    private void propose(Persona who, String stage, String why) {
        who.types(CHANNEL, "/coach stage");
        who.clicks(CHANNEL, "Propose a move");
        send(who.modal().choose("Stage", stage).fill("Why this one?", why)).close();
        talk.quiet();
    }

    private static List<Integer> messages(Conversation talk) {
        return talk.teachers().stream().map(teacher -> teacher.dm().size()).toList();
    }
}
