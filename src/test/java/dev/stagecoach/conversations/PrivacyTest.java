package dev.stagecoach.conversations;

import java.time.LocalDateTime;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** After a whole first round, what each teacher said in confidence is on nobody else's screen. */
class PrivacyTest {
    private static final String SECRET = "Zzconfidential";

    @Test
    void whatWasSaidInConfidenceIsSeenByItsAuthorAlone() throws Exception {
        try (var talk = Conversation.ofATeam()) {
            talk.openRound();
            for (var teacher : talk.teachers()) {
                teacher.clicks(DM, "Start");
                send(teacher.modal().choose("What students do", "Trailhead")
                        .fill("Note on students", SECRET + " note of " + teacher.id())).close();
                talk.rate(teacher, "First miles", "Steady pace");
                teacher.types(CHANNEL, "/coach reflect");
                teacher.clicks(CHANNEL, "Write");
                send(teacher.modal().fill("Your thoughts", SECRET + " reflection of " + teacher.id())).close();
            }
            talk.closeRound();
            talk.moveTo(LocalDateTime.of(2026, 9, 15, 15, 0));
            for (var teacher : talk.teachers()) {
                teacher.home();
                teacher.clicks("home", "Answer");
                send(teacher.modal().choose("This week I", "none yet").fill(
                        "One thing I noticed in a classroom (no names)", SECRET + " line of " + teacher.id())).close();
            }
            talk.setGoal(talk.fern(), "Students will speak to each other");
            talk.moveTo(LocalDateTime.of(2026, 9, 18, 15, 0));
            for (var command : new String[]{"/coach", "/coach results", "/coach summary", "/coach summary last week",
                    "/coach team", "/coach goal", "/coach stage", "/coach round", "/coach reflections",
                    "/coach evidence list"}) {
                talk.coach().types(CHANNEL, command);
                talk.principal().types(DM, command);
            }
            assertThat(talk.principal().willSee("(only visible to you): Grade 7 team\nSep 14 – 18, 2026")).isTrue();
            assertThat(talk.coach().willSee("(only visible to you): Grade 7 team\nSep 14 – 18, 2026")).isTrue();
            var toLeader = talk.principal().messages(DM).stream().filter(said -> said.contains("visible to you"));
            assertThat(toLeader).noneMatch(said -> said.contains("none yet"));

            var everybody = new ArrayList<>(talk.teachers());
            everybody.add(talk.coach());
            everybody.add(talk.principal());
            everybody.add(talk.sandbox.as("U0MOSS"));
            for (var person : everybody) {
                person.home();
                assertThat(person.sees().lines().filter(line -> line.contains(SECRET)))
                        .allMatch(line -> line.contains(person.id()));
                person.types(CHANNEL, "/coach reflections");
            }
            assertThat(talk.coach().sees()).contains("7 of 7");
        }
    }
}
