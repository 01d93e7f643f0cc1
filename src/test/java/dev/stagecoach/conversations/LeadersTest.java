package dev.stagecoach.conversations;

import java.io.IOException;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A leader keeps the own log, shows a promise, and a coach walks into the meeting prepared. */
class LeadersTest {
    @Test
    void aPromiseGoesFromTheLeadersLogToTheTeamAndIntoTheCoachsBrief() throws IOException {
        try (var school = Conversation.ofATeam()) {
            var principal = school.principal();
            assertThat(principal.types(CHANNEL, "/coach log")).isEmpty();
            principal.clicks(CHANNEL, "Set my goal");
            send(principal.modal().choose("Tied to which practice?", "Expanded discussion")
                    .fill("What will you do?", "I cover two visits a month")
                    .fill("What does it make easier for teachers?", "Seeing each other")
                    .fill("How can teachers see that you did it?", "The cover list")
                    .pickDate("By when?", LocalDate.of(2026, 10, 1))
                    .choose("Show it to the team?", "Show it to the team")).close();
            school.fern().types(CHANNEL, "/coach log");
            assertThat(school.fern().willSee("I cover two visits a month")).isTrue();
            school.coach().types(CHANNEL, "/coach promise Bring the talk cards");
            send(school.coach().modal()).close();
            school.coach().types(CHANNEL, "/coach brief");
            assertThat(school.coach().willSee("Two questions to take with you")).isTrue();
            assertThat(school.coach().sees()).contains("Before you walk in", "Bring the talk cards",
                    "I cover two visits a month", "I owe you something");
            principal.types(CHANNEL, "/coach brief");
            assertThat(principal.willSee("the team's coaches")).isTrue();
            assertThat(principal.sees()).doesNotContain("Two questions");
        }
    }
}
