package dev.stagecoach.conversations;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** How many private messages people get in a week, over five weeks in which all sorts of things are due. */
class FiveWeeksTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final int WEEKS = 5;
    /** The week in which somebody joins who is new: the team is no beginner any more. */
    private static final int NEWCOMER = 3;
    /** A check-in or what stands for it, and its one repeat or a last moment. */
    private static final int MOST = 2;
    private final Conversation talk = Conversation.ofATeam();
    private final Map<String, List<Integer>> table = new LinkedHashMap<>();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    private void days(int week, DayOfWeek from, DayOfWeek until, Runnable each) {
        for (var day = from; day.compareTo(until) <= 0; day = day.plus(1)) {
            talk.moveTo(at(week, day, 15));
            talk.moveOn(Duration.ofMinutes(5));
            each.run();
        }
    }

    private static LocalDateTime at(int week, DayOfWeek day, int hour) {
        return MONDAY.plusWeeks(week).plusDays(day.getValue() - 1L).atTime(hour, 0);
    }

    private void promises(Persona who, LocalDate by) {
        who.types(CHANNEL, "/coach promise I bring the cards");
        talk.quiet();
        send(who.modal().pickDate("By when?", by)).close();
        talk.quiet();
    }

    private void begins(Persona who) {
        who.types(CHANNEL, "/coach try Wait ten seconds");
        talk.quiet();
        send(who.modal().fill("What do you expect to see?", "More turns").fill("What will you count?", "Turns")
                .choose("Whose is it?", "Mine alone")).close();
        talk.quiet();
    }

    /** Answers, puts off or lets be whatever stands there with such a button. */
    private void answers(Persona who) {
        if (who.canClick("Kept")) {
            who.clicks(DM, "Kept");
            talk.quiet();
        }
        if (who.canClick("Answer")) {
            who.clicks(DM, "Answer");
            send(who.modal().choose("This week I", "none yet")).close();
            talk.quiet();
        }
    }

    private void snoozes(Persona who) {
        if (who.canClick("Snooze")) {
            who.clicks(DM, "Snooze");
            send(who.modal().choose("When is a better time?", "Next week")).close();
            talk.quiet();
        }
        closeAll(who);
    }

    /** Switches everything off that can be. */
    private void stops(Persona who) {
        who.home();
        who.clicks("home", "Change");
        send(who.modal().choose("Check-ins by private message", "No").chooseMany("I can do without",
                "Reminders of check-ins that wait for me", "Invitations to self-assessment rounds",
                "What is due for me: tries, counts, promises, sessions to prepare")).close();
        talk.quiet();
    }

    @Test
    void nobodyHearsMoreThanTwiceAWeek_andWhoStoppedItNothing() {
        var answering = talk.fern();
        var silent = talk.larch();
        var snoozing = talk.sandbox.as("U0POPPY");
        var stopped = talk.sandbox.as("U0FLINT");
        var newcomer = talk.sandbox.as("U0CLOVER");
        var people = Map.of("answers", answering, "never answers", silent, "snoozes", snoozing, "stopped", stopped,
                "coach", talk.coach());
        for (var who : people.values()) {
            promises(who, MONDAY.plusWeeks(1));
        }
        begins(silent);
        newcomer.leaves(CHANNEL);
        talk.quiet();
        stops(stopped);
        people = new LinkedHashMap<>(people);
        people.put("newcomer", newcomer);
        var heard = new LinkedHashMap<String, Integer>();
        people.forEach((name, who) -> heard.put(name, own(who)));
        for (var week = 0; week < WEEKS; week++) {
            if (week == 2) {
                talk.moveTo(at(week, DayOfWeek.MONDAY, 9));
                talk.coach().types(CHANNEL, "/coach round");
                send(talk.coach().modal()).close();
                talk.quiet();
            }
            if (week == NEWCOMER) {
                talk.moveTo(at(week, DayOfWeek.MONDAY, 9));
                newcomer.joins(CHANNEL);
                talk.quiet();
            }
            days(week, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, () -> {
                answers(answering);
                snoozes(snoozing);
            });
            people.forEach((name, who) -> {
                table.computeIfAbsent(name, _ -> new ArrayList<>()).add(own(who) - heard.get(name));
                heard.put(name, own(who));
            });
        }
        var words = new StringBuilder("private messages in each of five weeks:\n");
        table.forEach((name, weeks) -> words.append("%-14s %s%n".formatted(name, weeks)));
        System.out.print(words);
        assertThat(table.get("stopped")).containsOnly(0);
        assertThat(table.values()).as(words.toString()).allSatisfy(
                weeks -> assertThat(weeks).hasSize(WEEKS).allSatisfy(number -> assertThat(number).isBetween(0, MOST)));
        assertThat(table.get("answers").get(1)).isPositive();
        assertThat(table.get("coach").get(1)).isEqualTo(1);
        assertThat(table.get("newcomer").subList(NEWCOMER, WEEKS)).as(words.toString()).anyMatch(number -> number > 0);
        assertThat(Conversation.dm(silent)).contains("Time to decide on your try: Wait ten seconds");
        assertThat(Conversation.dm(newcomer)).contains("due for you");
    }

    /** What the bot said of its own accord, not in answer to a click or a command. */
    private static int own(Persona who) {
        return (int) who.dm().stream().filter(message -> message.startsWith("Stagecoach"))
                .filter(message -> !message.contains("only visible to you")).count();
    }
}
