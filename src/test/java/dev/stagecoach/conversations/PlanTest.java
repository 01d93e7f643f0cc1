package dev.stagecoach.conversations;

import java.time.LocalDate;
import java.time.LocalDateTime;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.closeAll;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** From a goal to a plan that people can act on: sessions, a measure, coaching, a step for everybody. */
class PlanTest {
    private static final String SECRET = "Zzconfidential";
    private final Conversation talk = Conversation.ofATeam();

    PlanTest() {
        talk.setGoal(talk.fern(), "Students will answer each other.");
        talk.movesTo("Plan & Design", "We know what we want.");
        assertThat(talk.fern().willSee("We know what we want.")).isTrue();
    }

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void sessionsMeasureCoachingAndSteps_meetTheGatesOfTheStage() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach plan");
        assertThat(last(coach)).contains("Students will answer each other.", "Sessions: none has a date yet.",
                "Measure: not picked yet.", "Coaching: not agreed yet.", "When-then steps: nobody has one yet.");
        for (var day : new LocalDate[]{LocalDate.of(2026, 9, 23), LocalDate.of(2026, 9, 30),
                LocalDate.of(2026, 10, 7)}) {
            coach.clicks(CHANNEL, "Plan a session");
            send(coach.modal().pickDate("Day", day).pickPeople("Who prepares it?", "Mr. Larch")).close();
        }
        coach.clicks(CHANNEL, "Pick a measure");
        assertThat(coach.willSee("how many student turns followed another student directly")).isTrue();
        coach.clicks(CHANNEL, "Count this");
        send(coach.modal().pickPeople("Who collects it?", "Ms. Fern").choose("How often?", "every two weeks")).close();
        coach.clicks(CHANNEL, "Agree on coaching");
        assertThat(coach.willSee("after Jim Knight")).isTrue();
        coach.clicks(CHANNEL, "Choose this one");
        send(coach.modal()).close();
        for (var teacher : talk.teachers()) {
            writeStep(teacher, "When the bell rings, I will wait for " + SECRET + " of " + teacher.id());
        }

        talk.larch().types(CHANNEL, "/coach stage");
        assertThat(last(talk.larch())).contains("Met: At least three learning sessions have a date",
                "Wed, Sep 23: See Expanded discussion at work", "Met: A measure of growth", "Ms. Fern, every two weeks",
                "Met: A way of coaching is agreed", "with Coach Wren", "Met: Everybody has written a when-then step",
                "All members have one.");
        talk.larch().types(CHANNEL, "/coach plan");
        assertThat(last(talk.larch())).contains("Sessions: 3 planned", "7 of 7 of the members have one.",
                "every two weeks", "@Coach Wren").doesNotContain(SECRET);
    }

    @Test
    void theOwnerIsRemindedAndMembersFindTheTaskOnTheirHomeTab() {
        talk.coach().types(CHANNEL, "/coach plan");
        talk.coach().clicks(CHANNEL, "Plan a session");
        send(talk.coach().modal().pickDate("Day", LocalDate.of(2026, 9, 24)).pickPeople("Who prepares it?",
                "Mr. Larch")).close();
        talk.moveTo(LocalDateTime.of(2026, 9, 21, 15, 1));
        assertThat(talk.larch().willSee("You are preparing the session on Thu, Sep 24")).isTrue();
        talk.larch().clicks(DM, "It is ready");
        assertThat(talk.larch().willSee("Thank you, it is ready.")).isTrue();
        assertThat(dm(talk.fern())).doesNotContain("You are preparing");

        talk.moveTo(LocalDateTime.of(2026, 9, 25, 9, 0));
        assertThat(talk.fern().home()).contains("From the session on Thu, Sep 24: Write down one thing");
        talk.fern().clicks("home", "How did it go?");
        talk.fern().clicks("modal", "I tried it");
        assertThat(talk.fern().willSee("I count you in.")).isTrue();
        talk.fern().modal().close();
        assertThat(talk.fern().home()).doesNotContain("From the session on");
        talk.moveTo(LocalDateTime.of(2026, 9, 25, 15, 1));
        assertThat(talk.larch().willSee("Session on Thu, Sep 24: See Expanded discussion at work")).isTrue();
        assertThat(talk.larch().sees()).contains("Tried so far: 1.");
    }

    @Test
    void theCollectorCountsOnTheHomeTab_andTheCountsStandInThePlan() {
        talk.coach().types(CHANNEL, "/coach plan");
        talk.coach().clicks(CHANNEL, "Pick a measure");
        talk.coach().clicks(CHANNEL, "Count something else");
        send(talk.coach().modal().fill("What do you count?", "Turns after a turn").pickPeople("Who collects it?",
                "Ms. Fern").choose("How often?", "every week")).close();
        for (var count : new String[]{"4", "7"}) {
            assertThat(talk.fern().home()).contains("Time for a count: Turns after a turn");
            talk.fern().clicks("home", "Enter the count");
            send(talk.fern().modal().fill("How many?", count).fill("Of how many", "20").choose("Counted",
                    "Something else")).close();
            assertThat(talk.sandbox.until(java.time.Duration.ofSeconds(10),
                    () -> !talk.fern().home().contains("Time for a count"))).isTrue();
            talk.moveOn(java.time.Duration.ofDays(7));
        }
        talk.larch().types(CHANNEL, "/coach plan");
        assertThat(last(talk.larch())).contains("Mon, Sep 14: 4 of 20 · Mon, Sep 21: 7 of 20");
        talk.larch().clicks(CHANNEL, "All counts");
        assertThat(talk.larch().willSee("Turns after a turn Mon, Sep 14: 4 of 20; Mon, Sep 21: 7 of 20.")).isTrue();
    }

    @Test
    void aStepIsItsAuthorsAloneUntilItIsShared_andNeverALeaders() {
        writeStep(talk.fern(), "When the bell rings, I will wait for " + SECRET);
        var principal = talk.principal();
        principal.types(DM, "/coach plan");
        assertThat(principal.willSee("Our plan")).isTrue();
        assertThat(principal.messages(DM).getLast()).contains("fewer than a third of the members")
                .doesNotContain("My plan", "[Write");
        principal.clicks(DM, "School Plan");
        assertThat(principal.willSee("It is not written yet")).isTrue();
        principal.clicks(DM, "Write it");
        send(principal.modal().fill("The school's goal", "Every room a room of talk").fill(
                "Time and coverage set aside", "Wednesdays, covered by the office").pickDate("Look at it again on",
                        LocalDate.of(2026, 12, 1)))
                .close();
        for (var command : new String[]{"/coach", "/coach plan", "/coach stage", "/coach summary", "/coach step"}) {
            for (var other : new Persona[]{talk.larch(), talk.coach(), principal}) {
                other.types(CHANNEL, command);
                closeAll(other);
                other.home();
                assertThat(other.sees()).doesNotContain(SECRET);
            }
        }
        talk.larch().clicks(CHANNEL, "School Plan");
        assertThat(talk.larch().willSee("Wednesdays, covered by the office")).isTrue();

        talk.fern().types(CHANNEL, "/coach step");
        talk.fern().clicks(CHANNEL, "Share with my team");
        assertThat(talk.fern().willSee("Your team and its coach can read this")).isTrue();
        talk.larch().clicks(CHANNEL, "My plan");
        assertThat(talk.larch().willSee(SECRET)).isTrue();
        principal.types(DM, "/coach plan");
        assertThat(principal.sees()).doesNotContain(SECRET);
    }

    @Test
    void whoAsksForHelpInTheCheckinIsLedToTheStep() {
        talk.coach().types(CHANNEL, "/coach checkin");
        talk.coach().clicks(CHANNEL, "Edit");
        var form = send(talk.coach().modal().choose("set", "Plan & Design, weekly"));
        send(form).close();
        talk.coach().types(CHANNEL, "/coach checkin");
        talk.coach().clicks(CHANNEL, "Send now");
        assertThat(talk.fern().willSee("Check-in: Plan & Design, weekly")).isTrue();
        talk.fern().clicks(DM, "Answer all");
        send(talk.fern().modal().choose("My when-then step is written", "no, help me write it"));
        talk.fern().clicks("modal", "Write your step");
        assertThat(talk.fern().willSee("Your when-then step")).isTrue();
        send(talk.fern().modal().fill("When ..., I will ...", "When they come in, I will wait")).close();
        talk.fern().types(CHANNEL, "/coach step");
        assertThat(talk.fern().willSee("When they come in, I will wait")).isTrue();
        talk.larch().clicks(DM, "Answer all");
        send(talk.larch().modal().choose("My when-then step is written", "yes"));
        assertThat(talk.larch().canClick("Write your step")).isFalse();
    }

    private void writeStep(Persona teacher, String step) {
        teacher.types(CHANNEL, "/coach step");
        var form = teacher.modal();
        assertThat(form.text()).contains("When ..., I will replace one answer-round");
        assertThat(form.submit()).isNotEmpty();
        send(form.fill("When ..., I will ...", step)).close();
    }

    private static String last(Persona hand) {
        assertThat(hand.willSee("Our plan") || hand.willSee("Met:")).isTrue();
        return hand.messages(CHANNEL).getLast();
    }
}
