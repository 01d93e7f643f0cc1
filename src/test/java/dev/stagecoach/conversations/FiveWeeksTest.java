package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import dev.stagecoach.sandbox.SandboxClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** Private messages that come of the bot's own accord, counted per person and week, in a lively team. */
class FiveWeeksTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private final Conversation talk = Conversation.ofATeam();

    /** Somebody, and how many messages came in each week. */
    private record Watched(String who, Persona person, List<Integer> weeks) {
        Watched(String who, Persona person) {
            this(who, person, new ArrayList<>());
        }

        int all() {
            return weeks.stream().mapToInt(number -> number).sum();
        }
    }

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void nobodyGetsMoreThanTwoAWeek_andWhoStoppedGetsNone() {
        var flint = talk.sandbox.as("U0FLINT");
        stopsAll(flint);
        promises(talk.larch(), MONDAY.plusWeeks(2).plusDays(1));
        tries(talk.fern());
        var poppy = talk.sandbox.as("U0POPPY");
        talk.sandbox.owner().hire("U0ASH", "Mr. Ash", SandboxClock.ZONE);
        var ash = talk.sandbox.as("U0ASH");
        var answers = new Watched("answers", talk.fern());
        var never = new Watched("never answers", talk.larch());
        var snoozes = new Watched("snoozes", poppy);
        var stopped = new Watched("stopped", flint);
        var newcomer = new Watched("newcomer", ash);
        var people = List.of(answers, never, snoozes, stopped, newcomer, new Watched("coach", talk.coach()));
        for (var week = 0; week < 5; week++) {
            var before = people.stream().map(one -> ownAccord(one.person())).toList();
            live(MONDAY.plusWeeks(week), week, ash);
            for (var one = 0; one < people.size(); one++) {
                people.get(one).weeks().add(ownAccord(people.get(one).person()) - before.get(one));
            }
        }
        people.forEach(one -> System.out.printf("%-14s %s%n", one.who(), one.weeks()));
        assertThat(people)
                .allSatisfy(one -> assertThat(one.weeks()).as(one.who()).allMatch(number -> number <= 2));
        assertThat(stopped.weeks()).containsOnly(0);
        assertThat(never.all()).isPositive();
        assertThat(newcomer.all()).as("a newcomer hears something").isPositive();
        assertThat(Conversation.dm(talk.larch())).contains("Your promise is due");
    }

    private void live(LocalDate monday, int week, Persona ash) {
        if (week == 1) {
            assertThat(ash.joins(CHANNEL)).isEmpty();
        }
        at(monday.plusDays(1), 15, 0);
        answers(talk.fern());
        snoozes(talk.sandbox.as("U0POPPY"));
        at(monday.plusDays(1), 16, 15);
        if (week == 2) {
            at(monday.plusDays(2), 9, 0);
            talk.coach().types(CHANNEL, "/coach round");
            send(talk.coach().modal()).close();
            talk.quiet();
        }
        for (var day = 2; day < 7; day++) {
            at(monday.plusDays(day), 15, 30);
        }
    }

    /** Messages that the bot has sent to this person, without the answers to what the person did. */
    private static int ownAccord(Persona person) {
        return (int) person.dm().stream().filter(message -> !message.contains("(only visible to you)")).count();
    }

    private void at(LocalDate day, int hour, int minute) {
        talk.moveTo(LocalDateTime.of(day.getYear(), day.getMonth(), day.getDayOfMonth(), hour, minute));
    }

    private void answers(Persona person) {
        if (person.canClick(DM, "Answer all")) {
            person.clicks(DM, "Answer all");
            send(person.modal().choose("This week I", "none yet")).close();
            talk.quiet();
        }
    }

    private void snoozes(Persona person) {
        if (person.canClick(DM, "Snooze")) {
            person.clicks(DM, "Snooze");
            send(person.modal().choose("When is a better time?", "In 1 hour")).close();
            talk.quiet();
        }
    }

    private void stopsAll(Persona person) {
        person.home();
        person.clicks("home", "Change");
        var form = person.modal().choose("Check-ins by private message", "No");
        form.chooseMany("Do not send me", form.fields().stream()
                .filter(field -> field.label().equals("Do not send me")).findFirst().orElseThrow().options()
                .toArray(String[]::new));
        send(form).close();
    }

    private void promises(Persona person, LocalDate day) {
        person.types(CHANNEL, "/coach promise Bring the talk cards");
        send(person.modal().pickDate("By when?", day)).close();
        talk.quiet();
    }

    private void tries(Persona person) {
        talk.setGoal(person, "Students will build on what others say");
        person.types(CHANNEL, "/coach try Wait ten seconds");
        send(person.modal().fill("What do you expect to see?", "More turns").fill("What will you count?", "Turns")
                .choose("Whose is it?", "Mine alone")).close();
        talk.quiet();
    }
}
