package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.TEACHERS;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** A day off that is added while the messages of that very day go out, and is deleted again. */
class SnowDayTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 15);
    private static final String CHECKIN = "Check-in: Explore, weekly";
    private static final String ROUND = "Where does your class stand?";
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void nothingMoreGoesOut_whatWasAnsweredStays_andTheDayComesBackWithoutAFlood() {
        var poppy = talk.sandbox.as("U0POPPY");
        talk.moveTo(TUESDAY.atTime(14, 50));
        undisturbedUntil(talk.larch(), "15:30");
        undisturbedUntil(poppy, "15:50");
        talk.moveTo(TUESDAY.atTime(15, 0));
        talk.fern().clicks(DM, "None yet");
        talk.quiet();
        assertThat(dm(talk.larch()) + dm(poppy)).doesNotContain(CHECKIN);

        talk.moveTo(TUESDAY.atTime(15, 10));
        addSnowDay();
        talk.coach().types(CHANNEL, "/coach round");
        send(talk.coach().modal()).close();
        talk.moveTo(TUESDAY.atTime(15, 31));
        assertThat(dm(talk.larch())).doesNotContain(CHECKIN, ROUND);
        assertThat(dm(talk.fern())).contains("This week I: none yet.").doesNotContain(ROUND);
        assertThat(talk.larch().home()).contains("A check-in is waiting for you");

        talk.coach().types(CHANNEL, "/coach calendar");
        talk.coach().clicks(CHANNEL, "Delete");
        talk.quiet();
        assertThat(dm(talk.larch())).doesNotContain(CHECKIN, ROUND);
        talk.moveTo(TUESDAY.atTime(15, 51));
        assertThat(count(poppy, CHECKIN)).as("its moment has not passed").isEqualTo(1);
        assertThat(dm(talk.fern())).contains("[Add or change]");

        talk.moveTo(LocalDateTime.of(2026, 9, 17, 14, 0));
        TEACHERS.stream().filter(teacher -> !teacher.equals(talk.larch().id())).forEach(
                teacher -> assertThat(count(talk.sandbox.as(teacher), CHECKIN) + count(talk.sandbox.as(teacher),
                        "This week I: none yet.")).isEqualTo(1));
        talk.moveTo(LocalDateTime.of(2026, 9, 18, 14, 0));
        assertThat(count(talk.larch(), CHECKIN)).as("lost to the day off; it waits on Home").isZero();
        assertThat(count(talk.larch(), ROUND)).isEqualTo(1);
        assertThat(count(talk.fern(), ROUND)).as("asked once this week").isZero();
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 15, 0));
        TEACHERS.forEach(teacher -> assertThat(count(talk.sandbox.as(teacher), ROUND)).isEqualTo(1));
    }

    private void addSnowDay() {
        talk.coach().types(CHANNEL, "/coach calendar");
        talk.coach().clicks(CHANNEL, "Add days off");
        send(talk.coach().modal().fill("Name", "Snow day").pickDate("First day", TUESDAY)).close();
        talk.quiet();
    }

    private static void undisturbedUntil(Persona person, String time) {
        person.wantsNoDisturbance(
                TUESDAY.atTime(LocalTime.parse(time)).atZone(SandboxClock.ZONE).toInstant());
    }

    private static long count(Persona person, String words) {
        return List.copyOf(person.dm()).stream().filter(message -> message.contains(words)).count();
    }
}
