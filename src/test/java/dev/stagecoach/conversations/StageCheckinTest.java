package dev.stagecoach.conversations;

import java.time.LocalDateTime;

import dev.stagecoach.guide.ShippedGuide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Check-ins follow the team's stage; what a coach has arranged is the coach's to change. */
class StageCheckinTest {
    private static final LocalDateTime EVE = LocalDateTime.of(2026, 9, 15, 15, 0);
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theTeamIsToldWithTheMove_everyThirdOneAsksSomethingElse_andSustainIsMonthly() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.movesTo("Implement", "We are ready.");
        assertThat(channel(talk.larch())).contains("Your check-in: " + name("implement_weekly"), "Every third time");
        for (var week = 0; week < 4; week++) {
            talk.moveTo(EVE.plusDays(7L * week));
            assertThat(talk.larch().willSee("Check-in: " + name(week == 2 ? "concern_pulse" : "implement_weekly")))
                    .isTrue();
            assertThat(talk.larch().clicks(Conversation.DM, "Skip")).isEmpty();
            talk.quiet();
        }
        talk.movesTo("Sustain & Scale", "It holds.");
        talk.moveTo(EVE.plusDays(28));
        assertThat(dm(talk.larch())).doesNotContain("Check-in: " + name("sustain_monthly"));
        talk.moveTo(LocalDateTime.of(2026, 11, 3, 15, 0));
        assertThat(talk.larch().willSee("Check-in: " + name("sustain_monthly"))).isTrue();
    }

    @Test
    void whatACoachHasEdited_staysUntilTheCoachDecides() {
        talk.coach().types(CHANNEL, "/coach checkin");
        talk.coach().clicks(CHANNEL, "Edit");
        send(talk.coach().modal().choose("How often", "Every 2 weeks"));
        send(talk.coach().modal()).close();
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.movesTo("Implement", "We are ready.");
        assertThat(channel(talk.larch())).doesNotContain("Your check-in:");
        assertThat(talk.coach().home()).contains("Your team is in Implement now. Its check-in still asks",
                "[Keep it]");
        assertThat(talk.coach().clicks("home", "Ask “" + name("implement_weekly") + "”")).isEmpty();
        talk.quiet();
        talk.coach().modal().close();
        assertThat(talk.coach().home()).doesNotContain("still asks");
        talk.coach().types(CHANNEL, "/coach checkin");
        assertThat(talk.coach().willSee("every 2 weeks")).isTrue();

        talk.movesTo("Sustain & Scale", "It holds.");
        assertThat(talk.coach().home()).contains("Its check-in still asks");
        assertThat(talk.coach().clicks("home", "Keep it")).isEmpty();
        talk.quiet();
        talk.coach().modal().close();
        assertThat(talk.coach().home()).doesNotContain("still asks");
    }

    private static String name(String set) {
        return ShippedGuide.GUIDE.checkinSet(set).orElseThrow().name();
    }
}
