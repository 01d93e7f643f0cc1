package dev.stagecoach.conversations;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A leader keeps the own log, shows a promise, and a coach walks into the meeting prepared. */
class LeadersTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.of(2026, 9, 18, 13, 0);

    @Test
    void aPromiseGoesFromTheLeadersLogToTheTeamAndIntoTheCoachsBrief() throws IOException {
        try (var school = Conversation.ofATeam()) {
            var principal = school.principal();
            assertThat(principal.types(DM, "/coach log")).isEmpty();
            principal.clicks(DM, "Set my goal");
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
            principal.types(DM, "/coach brief");
            assertThat(principal.willSee("the team's coaches")).isTrue();
            assertThat(principal.sees()).doesNotContain("Two questions");
        }
    }

    @Test
    void onAFridayTheLeaderIsAsked_andAnswersIntoTheLog() throws IOException {
        try (var school = Conversation.ofATeam()) {
            var principal = school.principal();
            principal.types(DM, "/coach log");
            principal.clicks(DM, "Set my goal");
            send(principal.modal().choose("Tied to which practice?", "Expanded discussion")
                    .fill("What will you do?", "I cover two visits a month")
                    .fill("What does it make easier for teachers?", "Seeing each other")
                    .fill("How can teachers see that you did it?", "The cover list")
                    .pickDate("By when?", LocalDate.of(2026, 10, 1))).close();
            school.moveTo(FRIDAY.minusMinutes(1));
            assertThat(dm(principal)).doesNotContain("A minute for your own goal");
            school.moveTo(FRIDAY);
            assertThat(dm(principal)).contains("A minute for your own goal", "I cover two visits a month");
            principal.clicks(DM, "Log something");
            assertThat(principal.modal().title()).isEqualTo("My log");
            var form = principal.modal().choose("What was it?", "barrier removed");
            assertThat(form.submit()).containsOnlyKeys("Which barrier?");
            send(form.fill("Which barrier?", "The late bus")).close();
            principal.types(DM, "/coach log");
            assertThat(dm(principal)).contains("barrier removed, The late bus");
            principal.clicks(DM, "Stop asking me weekly");
            school.moveTo(FRIDAY.plusWeeks(1));
            assertThat(dm(principal).split("A minute for your own goal", -1)).hasSize(2);
            assertThat(dm(school.fern())).doesNotContain("A minute for your own goal", "I cover two visits");
        }
    }
}
