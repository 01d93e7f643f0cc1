package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDateTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Reflecting, logging evidence, what the week brought, and finding one's way. */
class WeekTest {
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void reflecting_keptAndShared_andDeletedInTheFormItself() {
        var fern = talk.fern();
        reflect("I waited longer after questions.");
        assertThat(fern.modal().text()).contains("Kept. Only you can see it.");
        fern.modal().close();
        reflect("They spoke more when I said less.");
        fern.clicks("modal", "My reflections");
        assertThat(fern.willSee("I waited longer after questions.")).isTrue();
        fern.clicks("modal", "Share with my team");
        assertThat(fern.willSee("Share this reflection")).isTrue();
        send(fern.modal());
        assertThat(talk.larch().willSee("@Ms. Fern shared a reflection.")).isTrue();
        assertThat(channel(talk.larch())).contains("They spoke more when I said less.").doesNotContain("I waited");
        assertThat(fern.willSee("shared with the team")).isTrue();
        fern.clicks("modal", "Share with my team");
        assertThat(fern.willSee("Share this reflection")).isTrue();
        send(fern.modal());
        assertThat(talk.larch().willSee("I waited longer")).isTrue();
        fern.clicks("modal", "Delete");
        talk.quiet();
        fern.clicks("modal", "Delete");
        assertThat(talk.sandbox.until(Conversation.SOON, () -> !talk.larch().sees().contains("They spoke more")))
                .isTrue();
        assertThat(fern.willSee("You have not kept a reflection yet.")).isTrue();
    }

    private void reflect(String words) {
        var fern = talk.fern();
        fern.types(CHANNEL, "/coach reflect");
        fern.clicks(CHANNEL, "Write");
        send(fern.modal().fill("Your thoughts", words));
    }

    @Test
    void evidence_typedAndSavedFromAMessage_comesIntoTheWeeklySummary() {
        var larch = talk.larch();
        talk.fern().types(CHANNEL, "9 of 12 gave a reason today");
        larch.shortcut("9 of 12 gave", "save_evidence");
        var form = larch.modal();
        assertThat(form.value("What you saw")).isEqualTo("9 of 12 gave a reason today");
        assertThat(form.fill("How many", "9").submit()).containsOnlyKeys("Of how many");
        send(form.fill("Of how many", "12").fill("What it cannot show", "One lesson only")
                .choose("Who sees it?", "My team").choose("Worth showing others?", "Yes")
                .choose("Who saw it?", "a colleague")).close();
        assertThat(talk.fern().willSee("@Mr. Larch logged evidence.")).isTrue();
        assertThat(channel(talk.fern())).contains("9 of 12 students", "One lesson only", "a colleague",
                "Saved from a message in #grade-7-team");
        talk.logEvidence(talk.fern(), "Two groups built on each other's ideas");
        talk.setGoal(talk.fern(), "Students will build on what others say");

        talk.moveOn(Duration.ofMinutes(1));
        talk.principal().types(DM, "/coach summary");
        assertThat(talk.principal().willSee("(only visible to you): Grade 7 team\nMon, Sep 14, 2026")).isTrue();
        assertThat(talk.principal().messages(DM).getLast()).contains("Students will build on what others say")
                .doesNotContain("Two groups", "gave a reason");
        talk.coach().types(DM, "/coach summary since 2026-09-14");
        assertThat(talk.coach().willSee("(only visible to you): Grade 7 team\nMon, Sep 14, 2026")).isTrue();
        assertThat(talk.coach().dm()).last().asString().contains("Two groups built on", "gave a reason");
        talk.coach().types(DM, "/coach summary the other day");
        assertThat(talk.coach().willSee("I do not understand “the other day” as a time.")).isTrue();
        talk.coach().clicks(DM, "This month");
        assertThat(talk.coach().willSee("Grade 7 team\nSep 1 – 14, 2026")).isTrue();
        talk.fern().types(CHANNEL, "/coach summary");
        assertThat(talk.fern().willSee("/coach summary is for")).isTrue();

        talk.moveTo(LocalDateTime.of(2026, 9, 18, 14, 59));
        assertThat(channel(talk.larch())).doesNotContain("Grade 7 team, Sep 14");
        talk.moveTo(LocalDateTime.of(2026, 9, 18, 15, 0));
        assertThat(talk.larch().willSee("Grade 7 team, Sep 14 – 18, 2026")).isTrue();
        assertThat(channel(talk.larch())).contains("Worth a look: 9 of 12 gave a reason today",
                "Our goal: Students will build on", "Next check-in: Tue, Sep 22", "For our meeting: ",
                "[Log evidence]");
        talk.moveTo(LocalDateTime.of(2026, 9, 25, 15, 0));
        assertThat(talk.larch().messages(CHANNEL)).last().asString().contains("A quiet week: nobody logged anything.")
                .doesNotContain("\n");
    }

    @Test
    void homeHelpAndWordsThatNobodyKnows() {
        assertThat(talk.coach().home()).contains("Your preferences", "Check-ins are on.")
                .startsWith("Open your first self-assessment round");
        assertThat(talk.sandbox.as("U0MOSS").home()).contains("You are not on a team yet");
        talk.openRound();
        assertThat(talk.fern().home().lines().findFirst()).get().asString().contains("Say where your class stands");
        talk.fern().clicks("home", "Change");
        send(talk.fern().modal().choose("Check-ins by private message", "No")).close();
        assertThat(talk.fern().willSee("Check-ins are off.")).isTrue();
        talk.fern().types(CHANNEL, "/coach help");
        assertThat(talk.fern().messages(CHANNEL)).last().asString().contains("/coach reflect")
                .doesNotContain("/coach checkin");
        talk.coach().types(CHANNEL, "/coach help");
        assertThat(talk.coach().messages(CHANNEL)).last().asString().contains("For coaches and leaders",
                "/coach checkin");
        talk.fern().types(CHANNEL, "/coach refelct");
        assertThat(talk.fern().messages(CHANNEL)).last().asString().contains("Did you mean /coach reflect?");
        talk.fern().types(CHANNEL, "/coach");
        assertThat(talk.fern().messages(CHANNEL)).last().asString().contains("Grade 7 team",
                "You are a member of this team.");
    }
}
