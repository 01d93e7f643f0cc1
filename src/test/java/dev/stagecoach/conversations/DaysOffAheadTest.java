package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A coach learns beforehand which check-ins fall on days off. */
class DaysOffAheadTest {
    private static final String FALLS = "Tue, Sep 29 falls on Harvest day. The next check-in after Tue, Sep 22 is Tue, "
            + "Oct 6: two weeks.";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void homeAndTheListOfCheckinsSayIt_noMessageDoes() {
        assertThat(talk.coach().home()).doesNotContain("Harvest day");
        talk.coach().types(CHANNEL, "/coach calendar");
        talk.coach().clicks(CHANNEL, "Add days off");
        send(talk.coach().modal().fill("Name", "Harvest day").pickDate("First day", LocalDate.of(2026, 9, 29)))
                .close();
        talk.quiet();
        assertThat(talk.coach().home()).contains(FALLS, "[Change the dates]");
        assertThat(talk.fern().home()).doesNotContain("Harvest day");
        assertThat(talk.principal().home()).doesNotContain("Harvest day");
        talk.coach().types(CHANNEL, "/coach checkin");
        assertThat(talk.coach().willSee(FALLS)).isTrue();
        talk.coach().clicks("home", "Change the dates");
        send(talk.coach().modal());
        assertThat(talk.coach().modal().text()).contains(FALLS);
        Conversation.closeAll(talk.coach());
        talk.moveTo(LocalDateTime.of(2026, 9, 30, 9, 0));
        assertThat(talk.coach().home()).doesNotContain("Harvest day");
        assertThat(Conversation.dm(talk.coach())).doesNotContain("Harvest day");
        talk.teachers().forEach(teacher -> assertThat(Conversation.dm(teacher)).doesNotContain("Harvest day"));
    }
}
