package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDateTime;
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

    @Test
    void whoLeavesTheChannelLosesWhatStands_andFindsItAgainOnTheWayBack() {
        talk.fern().types(CHANNEL, "/coach feedback");
        talk.fern().clicks(CHANNEL, "Ask for feedback");
        send(talk.fern().modal().fill("What I tried", "Pairs").fill("One piece of evidence", "4 of 12")
                .fill("The one question you want help with",
                        "Zzquestion")
                .choose("Who do you want to ask?", "Only some people, each privately")
                .pickPeople("Who", "Mr. Larch")).close();
        talk.quiet();
        assertThat(dm(talk.larch())).contains("Zzquestion");
        talk.larch().leaves(CHANNEL);
        talk.quiet();
        assertThat(dm(talk.larch())).doesNotContain("Zzquestion").contains("no longer yours to see");
        talk.larch().joins(CHANNEL);
        talk.quiet();
        assertThat(dm(talk.larch())).contains("Zzquestion");
    }

    @Test
    void aRequestGoesToTheOtherCoach_whereTheAccountOfItsOwnIsDeactivated() {
        names(talk.coach(), List.of("Coach Wren", "Mr. Larch"), List.of("Principal Oakley"));
        asksForHelp(talk.fern());
        assertThat(talk.coach().willSee(ABOUT)).isTrue();
        talk.coach().clicks(DM, "I’ll take it");
        talk.quiet();
        assertThat(dm(talk.fern())).contains("@Coach Wren will help you with this.");
        talk.sandbox.owner().deactivate("U0WREN");
        talk.quiet();
        assertThat(dm(talk.fern())).doesNotContain("Wren will help you");
        assertThat(dm(talk.larch())).contains(ABOUT, "I’ll take it");
    }

    @Test
    void whoNoLongerCoachesDeletesTheNotes_withoutReadingThem() {
        var wren = talk.coach();
        notes(wren);
        names(wren, List.of("Ms. Fern"), List.of("Principal Oakley"));
        wren.types(CHANNEL, "/coach my-data");
        wren.clicks(CHANNEL, "My coach’s notes");
        talk.quiet();
        assertThat(wren.messages(CHANNEL).getLast()).contains("Notes from when you coached").doesNotContain(NOTE);
        wren.clicks(CHANNEL, "Delete");
        assertThat(wren.willSee("You have no notes on")).isTrue();
        wren.types(CHANNEL, "/coach my-data");
        talk.quiet();
        assertThat(wren.messages(CHANNEL).getLast()).doesNotContain("My coach’s notes");
    }

    @Test
    void theHomeTabFollowsWithoutBeingOpenedAgain() {
        asksForHelp(talk.fern());
        assertThat(talk.coach().home()).contains("asking for your help");
        names(talk.coach(), List.of("Coach Wren", "Mr. Larch"), List.of("Principal Oakley"));
        names(talk.larch(), List.of("Mr. Larch"), List.of("Principal Oakley", "Coach Wren"));
        assertThat(talk.coach().sees()).doesNotContain("asking for your help");
    }

    @Test
    void whatChangesOverAHolidayIsToldOnce_andWhatIsUndoneNever() {
        talk.moveTo(LocalDateTime.of(2026, 9, 19, 10, 0));
        names(talk.coach(), List.of("Coach Wren", "Mr. Larch"), List.of("Principal Oakley"));
        names(talk.coach(), List.of("Coach Wren"), List.of("Principal Oakley"));
        names(talk.coach(), List.of("Coach Wren", "Ms. Fern"), List.of("Principal Oakley"));
        talk.moveTo(LocalDateTime.of(2026, 9, 20, 10, 0));
        names(talk.coach(), List.of("Ms. Fern"), List.of("Principal Oakley", "Coach Wren"));
        assertThat(channel(talk.larch())).doesNotContain(NOTICE);
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 10, 0));
        assertThat(talk.larch().messages(CHANNEL)).filteredOn(said -> said.contains(NOTICE)).singleElement().asString()
                .contains("@Ms. Fern coaches the team now.",
                        "@Coach Wren leads the team now, and no longer coaches it.")
                .doesNotContain("Larch");

        talk.moveTo(LocalDateTime.of(2026, 9, 26, 10, 0));
        names(talk.fern(), List.of("Ms. Fern", "Mr. Larch"), List.of("Principal Oakley", "Coach Wren"));
        names(talk.fern(), List.of("Ms. Fern"), List.of("Principal Oakley", "Coach Wren"));
        talk.moveTo(LocalDateTime.of(2026, 9, 28, 10, 0));
        assertThat(talk.larch().messages(CHANNEL)).filteredOn(said -> said.contains(NOTICE)).hasSize(1);
    }

    @Test
    void whoLeadsNowChangesNoAnswerOfBefore() {
        talk.moveTo(LocalDateTime.of(2026, 9, 15, 15, 0));
        talk.larch().clicks(DM, "None yet");
        talk.moveOn(Duration.ofHours(1));
        names(talk.coach(), List.of("Coach Wren"), List.of("Principal Oakley", "Mr. Larch"));
        talk.larch().clicks(DM, "Add or change");
        talk.quiet();
        assertThat(talk.larch().sees()).contains("You were asked this before you led the team.");
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
