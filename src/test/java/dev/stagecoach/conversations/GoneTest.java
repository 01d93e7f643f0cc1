package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDateTime;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Channels, people and whole workspaces that go away and come back. */
class GoneTest {
    private static final LocalDateTime TUESDAY = LocalDateTime.of(2026, 9, 15, 15, 0);
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 9, 18, 15, 0);
    private static final LocalDateTime NEXT_TUESDAY = LocalDateTime.of(2026, 9, 22, 15, 0);
    private static final String CHECKIN = "Check-in: Explore";
    private final Conversation talk = new Conversation();

    @BeforeEach
    void begin() {
        talk.setUpTeam();
    }

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void anArchivedChannel_isToldOnce_schedulesRest_andEverythingGoesOnAfterwards() {
        talk.sandbox.owner().archive(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is archived")).isTrue();
        talk.moveTo(TUESDAY);
        assertThat(evidence(talk.fern(), "Seen while all was quiet")).contains("when it is back, I will show it "
                + "there");
        assertThat(dm(talk.fern())).doesNotContain(CHECKIN);
        talk.moveTo(FRIDAY);
        talk.coach().types(DM, "/coach why");
        assertThat(talk.coach().willSee("could not reach the team's channel; /coach summary shows that week")).isTrue();
        assertThat(dm(talk.coach())).containsOnlyOnce("I cannot post there.");

        talk.moveTo(LocalDateTime.of(2026, 9, 21, 9, 0));
        talk.sandbox.owner().unarchive(CHANNEL);
        talk.quiet();
        assertThat(dm(talk.coach())).containsOnlyOnce("The channel of Grade 7 team is back");
        assertThat(channel(talk.larch())).containsOnlyOnce("Seen while all was quiet");
        talk.moveTo(NEXT_TUESDAY);
        assertThat(talk.larch().dm()).filteredOn(said -> said.contains(CHECKIN)).hasSize(1);
    }

    @Test
    void aRoundClosesWhileTheChannelIsArchived_andItsResultIsShownAfterwards() {
        talk.openRound();
        talk.rateAll();
        talk.sandbox.owner().archive(CHANNEL);
        talk.coach().types(DM, "/coach round");
        talk.coach().clicks("Close and reveal");
        talk.quiet();
        assertThat(channel(talk.fern())).doesNotContain("Where we stand");
        talk.fern().types(DM, "/coach results");
        assertThat(talk.fern().willSee("Where we stand")).isTrue();
        talk.sandbox.owner().unarchive(CHANNEL);
        talk.quiet();
        assertThat(channel(talk.larch())).contains("Where we stand");
    }

    @Test
    void aBotThatWasThrownOut_noticesItAndGoesOnWhenItIsInvited() {
        talk.sandbox.owner().removeBot(CHANNEL);
        assertThat(talk.coach().willSee("I am not in the channel of Grade 7 team any more")).isTrue();
        talk.moveTo(TUESDAY);
        assertThat(dm(talk.fern())).doesNotContain(CHECKIN);
        talk.sandbox.owner().inviteBot(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is back")).isTrue();
        talk.moveTo(NEXT_TUESDAY);
        assertThat(dm(talk.fern())).contains(CHECKIN);
    }

    @Test
    void aBotThatNobodyToldOfBeingThrownOut_noticesItWithinADay_andSendsEverythingOnceWhenItIsBack() {
        talk.sandbox.owner().loseBot(CHANNEL);
        talk.moveOn(Duration.ofHours(25));
        assertThat(dm(talk.coach())).containsOnlyOnce("I am not in the channel of Grade 7 team any more");
        assertThat(talk.coach().home()).contains("I am not in the channel of Grade 7 team.");
        talk.coach().clicks("home", "Check again");
        var answer = talk.coach().modal();
        assertThat(answer.text()).contains("Type /invite @Stagecoach there, and I will post what is waiting");
        answer.close();
        evidence(talk.fern(), "Seen while nobody knew");
        talk.moveOn(Duration.ofDays(2));
        assertThat(dm(talk.coach())).containsOnlyOnce("I am not in the channel of Grade 7 team any more");
        assertThat(channel(talk.larch())).doesNotContain("Seen while nobody knew");

        talk.sandbox.owner().inviteBot(CHANNEL);
        talk.quiet();
        talk.moveOn(Duration.ofDays(1));
        assertThat(channel(talk.larch())).containsOnlyOnce("Seen while nobody knew");
        assertThat(dm(talk.coach())).containsOnlyOnce("The channel of Grade 7 team is back");
        assertThat(talk.coach().home()).doesNotContain("I am not in the channel");
    }

    @Test
    void aChannelThatIsUnarchivedWithoutTheBot_isNotCalledBack_beforeTheBotIsInvited() {
        talk.sandbox.owner().archive(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is archived")).isTrue();
        evidence(talk.fern(), "Seen in the meantime");
        talk.sandbox.owner().loseBot(CHANNEL);
        talk.sandbox.owner().unarchive(CHANNEL);
        talk.quiet();
        talk.moveOn(Duration.ofHours(2));
        assertThat(dm(talk.coach())).doesNotContain("is back")
                .containsOnlyOnce("I am not in the channel of Grade 7 team any more");

        talk.sandbox.owner().inviteBot(CHANNEL);
        talk.quiet();
        talk.moveOn(Duration.ofDays(1));
        assertThat(dm(talk.coach())).containsOnlyOnce("The channel of Grade 7 team is back");
        assertThat(channel(talk.larch())).containsOnlyOnce("Seen in the meantime");
    }

    @Test
    void anArchivedChannelThatIsDeleted_isToldOfAgain_becauseTheWayOnIsAnother() {
        talk.sandbox.owner().archive(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is archived")).isTrue();
        talk.sandbox.owner().delete(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is deleted")).isTrue();
        assertThat(talk.coach().home()).contains("set up a team in a new channel");
    }

    @Test
    void whatNoEventSaid_isNoticedWhenAMessageFails_andWhenOnePasses() {
        talk.sandbox.faults().refuse("chat.postMessage", 1, "is_archived");
        evidence(talk.fern(), "The first thing seen");
        assertThat(talk.coach().willSee("The channel of Grade 7 team is archived")).isTrue();
        assertThat(channel(talk.larch())).doesNotContain("The first thing seen");
        evidence(talk.fern(), "The second thing seen");
        assertThat(talk.larch().willSee("The first thing seen")).isTrue();
        assertThat(channel(talk.larch())).containsOnlyOnce("The first thing seen")
                .containsOnlyOnce("The second thing seen");
    }

    @Test
    void aDeletedChannel_isToldWithAWayOn() {
        talk.sandbox.owner().delete(CHANNEL);
        assertThat(talk.coach().willSee("The channel of Grade 7 team is deleted")).isTrue();
        talk.moveTo(TUESDAY);
        assertThat(dm(talk.fern())).doesNotContain(CHECKIN);
        talk.coach().types(DM, "/coach summary");
        assertThat(talk.coach().willSee("Grade 7 team")).isTrue();
    }

    @Test
    void aDeactivatedTeacher_isToldToTheCoach_andAskedAgainAfterwards() {
        talk.sandbox.owner().deactivate("U0LARCH");
        talk.quiet();
        assertThat(dm(talk.coach())).containsOnlyOnce("The account of Mr. Larch is deactivated");
        talk.moveTo(TUESDAY);
        assertThat(dm(talk.fern())).contains(CHECKIN);
        assertThat(dm(talk.larch())).doesNotContain(CHECKIN);
        talk.sandbox.owner().reactivate("U0LARCH");
        talk.quiet();
        assertThat(dm(talk.coach())).containsOnlyOnce("The account of Mr. Larch is back");
        talk.moveTo(NEXT_TUESDAY);
        assertThat(dm(talk.larch())).contains(CHECKIN);
    }

    @Test
    void aDeactivatedCoach_isNotToldOfIt_andNothingElseStops() {
        talk.sandbox.owner().deactivate("U0WREN");
        talk.quiet();
        talk.moveTo(TUESDAY);
        assertThat(dm(talk.coach())).doesNotContain("deactivated");
        assertThat(dm(talk.fern())).contains(CHECKIN);
    }

    @Test
    void aTeamThatLosesItsOnlyCoach_isToldHowToGoOn_andNothingWaitsForEver() {
        talk.openRound();
        talk.rateAll();
        talk.setGoal(talk.fern(), "Students will answer each other");
        talk.fern().types(CHANNEL, "/coach stage");
        talk.quiet();
        talk.fern().clicks(CHANNEL, "Propose a move");
        send(talk.fern().modal().choose("Stage", "Plan & Design").fill("Why this one?", "We know enough")).close();
        talk.quiet();
        talk.sandbox.owner().deactivate("U0WREN");
        talk.quiet();
        talk.moveOn(Duration.ofDays(1));
        assertThat(channel(talk.larch())).containsOnlyOnce("Grade 7 team has no coach right now");
        assertThat(talk.larch().home()).contains("Grade 7 team has no coach. Any member can take over.");

        talk.larch().clicks(CHANNEL, "Take over as coach");
        talk.quiet();
        assertThat(channel(talk.sandbox.as("U0POPPY"))).containsOnlyOnce("Mr. Larch coaches Grade 7 team now.")
                .doesNotContain("has no coach");
        assertThat(talk.larch().home()).contains("proposes to move", "You coach this team.");
        assertThat(talk.sandbox.as("U0POPPY").home()).doesNotContain("has no coach");

        talk.moveOn(Duration.ofDays(30));
        assertThat(channel(talk.sandbox.as("U0POPPY"))).contains("Where we stand");
    }

    @Test
    void anUninstalledApp_saysNothing_andGoesOnWhenItIsInstalledAgain() {
        talk.sandbox.owner().uninstallApp();
        talk.moveTo(TUESDAY);
        talk.moveTo(FRIDAY);
        assertThat(talk.sandbox.refusals()).noneMatch(refusal -> refusal.startsWith("chat."));
        talk.sandbox.owner().installApp();
        talk.moveOn(Duration.ofMinutes(11));
        talk.moveTo(NEXT_TUESDAY);
        assertThat(talk.fern().dm()).filteredOn(said -> said.contains(CHECKIN)).hasSize(1);
    }

    @Test
    void aTokenThatIsRefused_losesNothing() {
        talk.fern().types(DM, "/coach evidence");
        var form = talk.fern().modal().fill("What you saw", "Seen in between").choose("Who sees it?", "My team");
        talk.sandbox.owner().refuseToken("token_revoked");
        send(form).close();
        talk.quiet();
        talk.moveOn(Duration.ofMinutes(2));
        talk.moveOn(Duration.ofMinutes(2));
        assertThat(talk.sandbox.refusals()).filteredOn(refusal -> refusal.startsWith("chat.postMessage")).hasSize(1);
        talk.sandbox.owner().installApp();
        talk.moveOn(Duration.ofMinutes(10));
        talk.moveOn(Duration.ofMinutes(1));
        assertThat(channel(talk.larch())).containsOnlyOnce("Seen in between");
    }

    /** Gives what the last page of the form says. */
    private static String evidence(Persona hand, String statement) {
        hand.types(DM, "/coach evidence");
        var page = send(hand.modal().fill("What you saw", statement).choose("Who sees it?", "My team"));
        var words = page.text();
        page.close();
        return words;
    }
}
