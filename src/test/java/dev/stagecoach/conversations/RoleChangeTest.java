package dev.stagecoach.conversations;

import java.util.List;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Somebody takes on another role: the team hears of it once, and what the person may not see any more is gone. */
class RoleChangeTest {
    private static final String ABOUT = "My pair talk dies after a minute";
    private static final String NOTE = "Zznote: ask about the rubric";
    private static final String NOTICE = "Who coaches and leads";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void aCoachWhoLeadsFromNowOnSeesNothingOfWhatTheCoachSaw() {
        asksForHelp(talk.fern());
        var wren = talk.coach();
        assertThat(wren.willSee(ABOUT)).isTrue();
        wren.clicks(DM, "I’ll take it");
        notes(wren);
        wren.types(CHANNEL, "/coach brief");
        talk.quiet();
        names(wren, List.of("Mr. Larch"), List.of("Principal Oakley", "Coach Wren"));

        assertThat(channel(talk.fern())).contains("@Coach Wren leads the team now, and no longer coaches it.",
                "@Mr. Larch coaches the team now.");
        assertThat(talk.fern().messages(CHANNEL)).filteredOn(said -> said.contains(NOTICE)).hasSize(1);
        assertThat(dm(talk.larch())).contains(ABOUT, "I’ll take it");
        assertThat(dm(talk.fern())).doesNotContain("will help you with this");
        assertThat(dm(wren)).doesNotContain(ABOUT).contains("You do not coach this team any more");
        assertThat(wren.home()).doesNotContain(ABOUT, NOTE, "asking for your help");
        wren.clicks(CHANNEL, "My notes");
        wren.types(CHANNEL, "/coach brief");
        wren.types(CHANNEL, "/coach ask");
        talk.quiet();
        closeAll(wren);
        assertThat(wren.messages(CHANNEL).stream().skip(Math.max(0, wren.messages(CHANNEL).size() - 3)))
                .noneMatch(said -> said.contains(NOTE) || said.contains(ABOUT));

        talk.larch().clicks(DM, "I’ll take it");
        talk.quiet();
        assertThat(dm(talk.fern())).contains("@Mr. Larch will help you with this.");
        assertThat(dm(wren)).doesNotContain(ABOUT, "Larch will help");
    }

    @Test
    void aFormThatWasOpenIsRefused_andTheWordsAreNotKept() {
        var wren = talk.coach();
        names(wren, List.of("Coach Wren", "Mr. Larch"), List.of("Principal Oakley"));
        wren.types(CHANNEL, "/coach brief");
        wren.clicks(CHANNEL, "Write a note");
        var open = wren.modal().fill("What do you want to keep in mind?", NOTE);
        names(talk.larch(), List.of("Mr. Larch"), List.of("Coach Wren"));
        assertThat(open.submit().values()).singleElement().asString().contains("coach");
        open.close();
        wren.types(CHANNEL, "/coach brief");
        talk.quiet();
        assertThat(wren.home()).doesNotContain(NOTE);
        names(talk.larch(), List.of("Coach Wren", "Mr. Larch"), List.of("Principal Oakley"));
        wren.types(CHANNEL, "/coach brief");
        talk.quiet();
        assertThat(String.join("\n", wren.messages(CHANNEL))).as("nor is it there later").doesNotContain(NOTE);
    }

    @Test
    void whoAskedIsToldWhereNobodyElseCoaches() {
        asksForHelp(talk.fern());
        assertThat(talk.coach().willSee(ABOUT)).isTrue();
        names(talk.coach(), List.of("Ms. Fern"), List.of("Principal Oakley"));
        assertThat(dm(talk.fern())).contains("Your request has no coach right now", ABOUT, "Ask colleagues instead");
        assertThat(dm(talk.coach())).doesNotContain(ABOUT);
        assertThat(talk.fern().dm()).filteredOn(said -> said.contains("has no coach right now")).hasSize(1);

        names(talk.fern(), List.of("Ms. Fern", "Mr. Larch"), List.of("Principal Oakley"));
        assertThat(dm(talk.larch())).contains(ABOUT);
        assertThat(dm(talk.fern())).doesNotContain("has no coach right now");
    }

    @Test
    void whatSaysTheSameIsNotTold_norWhoJoinsOrLeavesTheChannel() {
        names(talk.coach(), List.of("Coach Wren"), List.of("Principal Oakley"));
        talk.fern().leaves(CHANNEL);
        talk.quiet();
        talk.fern().joins(CHANNEL);
        talk.quiet();
        assertThat(channel(talk.larch())).doesNotContain(NOTICE);
    }

    private void asksForHelp(Persona who) {
        who.types(CHANNEL, "/coach ask");
        send(who.modal().choose("What would help?", "a model lesson").fill("What is it about?", ABOUT)).close();
        talk.quiet();
    }

    private void notes(Persona coach) {
        coach.types(CHANNEL, "/coach brief");
        coach.clicks(CHANNEL, "Write a note");
        send(coach.modal().fill("What do you want to keep in mind?", NOTE)).close();
        talk.quiet();
    }

    private void names(Persona by, List<String> coaches, List<String> leaders) {
        by.types(CHANNEL, "/coach setup");
        send(by.modal().pickPeople("Coaches", coaches.toArray(String[]::new))
                .pickPeople("Leaders and admins", leaders.toArray(String[]::new))).close();
        talk.quiet();
    }
}
