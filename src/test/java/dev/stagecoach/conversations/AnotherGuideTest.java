package dev.stagecoach.conversations;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;

import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** The same rooms on a guide about something else: three levels, three practices, three stages. */
class AnotherGuideTest {
    private static final Guide GUIDE = GuideFiles.load(Optional.of(Path.of("config/guide-team-health")));
    private static final LocalDateTime EVE_OF_THE_SECOND_WEEK = LocalDateTime.of(2026, 9, 22, 15, 0);
    private final Conversation talk = new Conversation(GUIDE);

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void fromTheFirstRoundToTheSecondStage() {
        talk.setUpTeam();
        talk.openRound();
        var teachers = talk.teachers();
        for (var i = 0; i < teachers.size(); i++) {
            place(teachers.get(i), i % 2 == 0);
        }
        talk.closeRound();
        talk.quiet();
        assertThat(channel(talk.fern())).contains("(picture: Bars of answers by level. Releasing:", "Hurting",
                "Code nearly everyone");

        choose(talk.fern());
        assertThat(talk.fern().willSee("The team works on Code that welcomes change")).isTrue();
        talk.coach().types(CHANNEL, "/coach stage");
        assertThat(talk.coach().willSee("See how we are, and pick one thing.")).isTrue();
        talk.movesTo("Change", "We know what hurts.");
        assertThat(talk.fern().willSee("We know what hurts.")).isTrue();

        talk.moveTo(EVE_OF_THE_SECOND_WEEK);
        assertThat(talk.fern().willSee("Check-in: Change, weekly")).isTrue();
        talk.fern().clicks(DM, "Answer all");
        send(talk.fern().modal().choose("Our change this week", "did part of it")
                .choose("It helped most with", "Code that welcomes change")).close();
        talk.fern().types(CHANNEL, "/coach reflect");
        assertThat(talk.fern().willSee("What did you do differently, and who noticed?")).isTrue();
        talk.quiet();

        assertThat(channel(talk.fern()) + dm(talk.fern())).doesNotContain("Expanded discussion", "Trailhead",
                "Explore", "Implement");
    }

    @Test
    void whatThisGuideHasToReadAndNoMore() {
        talk.setUpTeam();
        talk.fern().types(CHANNEL, "/coach learn releasing");
        assertThat(talk.fern().willSee("Scenes to place")).isTrue();
        assertThat(talk.fern().canClick("Where it fits")).isFalse();
        talk.fern().clicks(CHANNEL, "Scenes to place");
        assertThat(talk.fern().willSee("Friday at four")).isTrue();
        talk.fern().types(CHANNEL, "/coach help");
        assertThat(talk.fern().messages(CHANNEL).getLast()).contains("learn").doesNotContain("baseline");
        talk.fern().types(CHANNEL, "/coach learn crosswalk");
        assertThat(talk.fern().willSee("I do not know a practice called “crosswalk”")).isTrue();
    }

    @Test
    void aToolOfItsOwnNeedsNoLineOfJava() {
        talk.setUpTeam();
        choose(talk.fern());
        talk.fern().types(CHANNEL, "/coach agreements");
        assertThat(talk.fern().willSee("We have not agreed on anything yet.")).isTrue();
        talk.fern().clicks(CHANNEL, "Add an agreement");
        var saved = send(talk.fern().modal().fill("What do we agree on?", "Nobody releases alone")
                .choose("What does it help?", "Releasing without fear"));
        assertThat(saved.text()).contains("Nobody releases alone", "Releasing without fear");
        saved.close();
        talk.fern().types(CHANNEL, "/coach agreements");
        assertThat(talk.fern().willSee("How we work together")).isTrue();
        talk.fern().clicks(CHANNEL, "Read");
        assertThat(talk.fern().willSee("What does it help? Releasing without fear")).isTrue();
        talk.fern().clicks(CHANNEL, "Edit");
        send(talk.fern().modal().fill("What do we agree on?", "Nobody releases alone on a Friday")).close();
        talk.fern().types(CHANNEL, "/coach agreements");
        assertThat(talk.fern().willSee("Nobody releases alone on a Friday (Releasing)")).isTrue();
        talk.fern().clicks(CHANNEL, "Read");
        assertThat(talk.fern().willSee("[What changed when]")).isTrue();
        talk.fern().clicks(CHANNEL, "What changed when");
        assertThat(talk.fern().willSee("What do we agree on? Nobody releases alone\n")).isTrue();

        talk.coach().types(CHANNEL, "/coach agreements");
        assertThat(talk.coach().willSee("Nobody releases alone on a Friday")).isTrue();
        talk.coach().clicks(CHANNEL, "Read");
        assertThat(talk.coach().willSee("What does it help? Releasing without fear")).isTrue();
        assertThat(talk.coach().canClick("Edit")).isTrue();
        assertThat(talk.coach().canClick("Delete")).isFalse();
        talk.coach().types(CHANNEL, "/coach help");
        assertThat(talk.coach().willSee("/coach agreements")).isTrue();
        talk.quiet();
        assertThat(talk.larch().messages(CHANNEL).toString()).doesNotContain("Nobody releases alone");
    }

    private void place(Persona teacher, boolean even) {
        teacher.clicks(DM, "Start");
        var form = teacher.modal();
        while (!form.labels().contains("Where would a change help your users most?")) {
            send(form.choose(form.labels().get(0), even ? "Hurting" : "Wobbly")
                    .choose(form.labels().get(1), even ? "Wobbly" : "Hurting"));
        }
        send(form.chooseMany("Where would a change help your users most?", "Code that welcomes change")).close();
    }

    private void choose(Persona who) {
        who.types(CHANNEL, "/coach goal");
        who.clicks(CHANNEL, "Choose the practice");
        talk.choosesPractice(who, "Code that welcomes change", "It hurts.");
    }
}
