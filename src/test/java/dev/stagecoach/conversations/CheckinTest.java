package dev.stagecoach.conversations;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.channel;
import static dev.stagecoach.conversations.Conversation.dm;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

class CheckinTest {
    private static final String LINE = "One thing I noticed in a classroom (no names)";
    private static final LocalDateTime EVE = LocalDateTime.of(2026, 9, 15, 15, 0);
    private final Conversation talk = Conversation.ofATeam();

    @AfterEach
    void end() throws Exception {
        talk.close();
    }

    @Test
    void theRhythmOfTheTeam_answeredSnoozedSkippedEdited_untilTheSummary() {
        talk.moveTo(EVE.minusMinutes(1));
        assertThat(dm(talk.fern())).doesNotContain("Check-in");
        talk.moveTo(EVE);
        talk.teachers().forEach(teacher -> assertThat(teacher.willSee("Check-in: Explore, weekly")).isTrue());
        assertThat(dm(talk.coach())).doesNotContain("Check-in:");
        assertThat(talk.fern().home()).startsWith("A check-in is waiting for you: Explore, weekly (3 short "
                + "questions).");

        talk.fern().clicks(DM, "Answer all");
        var form = talk.fern().modal();
        assertThat(form.submit().values()).first().asString().contains("Answer at least one question");
        send(form.choose("This week I", "placed us on the continuum").fill(LINE, "only mine")).close();
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains("This week I: placed us on the continuum.",
                "You can add to it or change it until the summary.");
        talk.fern().clicks(DM, "Add or change");
        assertThat(talk.fern().modal().value(LINE)).isEqualTo("only mine");
        send(talk.fern().modal().fill(LINE, "still mine")).close();
        var flint = talk.sandbox.as("U0FLINT");
        flint.clicks(DM, "Answer all");
        send(flint.modal().fill(LINE, "for all of us").choose("Who sees the line you write",
                "Show this line to my team")).close();
        talk.sandbox.as("U0POPPY").clicks(DM, "Skip");
        assertThat(talk.sandbox.as("U0POPPY").willSee("Skipped this time.")).isTrue();
        talk.larch().clicks(DM, "Snooze");
        send(talk.larch().modal().choose("When is a better time?", "In 1 hour")).close();
        assertThat(talk.larch().willSee("I will ask again")).isTrue();
        talk.moveOn(Duration.ofMinutes(61));
        assertThat(talk.larch().willSee("Check-in: Explore, weekly")).isTrue();
        talk.larch().clicks(DM, "Answer all");
        send(talk.larch().modal().choose("This week I", "none yet")).close();
        talk.quiet();
        assertThat(dm(talk.larch())).doesNotContain("I will ask again", "[Skip]");

        talk.moveTo(LocalDateTime.of(2026, 9, 18, 15, 0));
        assertThat(channel(talk.coach())).contains("3 of 7 answered the check-in.", "“for all of us” @Mr. Flint")
                .doesNotContain("still mine", "only mine", "none yet");
        assertThat(talk.fern().willSee("Answered. Thank you.")).isTrue();
        assertThat(dm(talk.fern())).doesNotContain("[Add or change]");
        var reed = talk.sandbox.as("U0REED");
        assertThat(reed.willSee("This one is closed now.")).isTrue();
        assertThat(dm(reed)).doesNotContain("[Answer]");
    }

    @Test
    void oneTapOnTheMessageAnswers() {
        talk.moveTo(EVE);
        assertThat(talk.fern().willSee("[Placed us on the continuum]")).isTrue();
        assertThat(talk.fern().clicks(DM, "None yet")).isEmpty();
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains("This week I: none yet.", "[Add or change]")
                .doesNotContain("[Skip]", "[None yet]");
        assertThat(talk.fern().home()).doesNotContain("A check-in is waiting for you");
        talk.fern().clicks(DM, "Add or change");
        var form = talk.fern().modal();
        send(form.fill(LINE, "only mine")).close();
        talk.quiet();
        assertThat(talk.fern().dm()).last().asString().contains("This week I: none yet.");
        talk.teachers().stream().skip(1).limit(4).forEach(teacher -> {
            assertThat(teacher.clicks(DM, "None yet")).isEmpty();
            talk.quiet();
        });
        talk.moveTo(LocalDateTime.of(2026, 9, 18, 15, 0));
        assertThat(channel(talk.coach())).contains("5 of 7 answered the check-in.");
    }

    @Test
    void homeHasTheButtonsOfTheMessage_andTheCoachReadsWhomItReached() {
        talk.moveTo(EVE);
        talk.teachers().forEach(teacher -> assertThat(teacher.willSee("Check-in: Explore, weekly")).isTrue());
        assertThat(talk.fern().home()).contains("[Answer] [Snooze] [Skip] [Stop check-ins]");
        assertThat(talk.fern().clicks("home", "Skip")).isEmpty();
        talk.quiet();
        assertThat(talk.fern().home()).doesNotContain("A check-in is waiting for you");
        talk.coach().types(CHANNEL, "/coach checkin");
        assertThat(talk.coach().willSee("Last time: all 7 got it")).isTrue();
        talk.moveTo(LocalDateTime.of(2026, 9, 22, 14, 0));
        talk.openRound();
        talk.moveTo(LocalDateTime.of(2026, 9, 22, 15, 0));
        talk.coach().types(CHANNEL, "/coach checkin");
        assertThat(talk.coach().willSee("0 of 7 got it; 7 did not: asked for enough that week"))
                .isTrue();
    }

    @Test
    void whoHasNotAnsweredIsAskedOnceMore_andCanStopFromTheMessage() {
        talk.moveTo(EVE);
        talk.larch().clicks(DM, "Skip");
        assertThat(talk.larch().willSee("Skipped this time.")).isTrue();
        talk.moveTo(EVE.plusDays(2).minusMinutes(1));
        assertThat(dm(talk.fern())).doesNotContain("Still open");
        talk.moveTo(EVE.plusDays(2));
        assertThat(talk.fern().willSee("I will not ask about this one again.")).isTrue();
        assertThat(dm(talk.larch())).doesNotContain("Still open");
        talk.moveOn(Duration.ofMinutes(2));
        assertThat(talk.fern().willSee("I asked again further down.")).isTrue();
        talk.fern().clicks(DM, "Stop check-ins");
        assertThat(talk.fern().willSee("Check-ins are off, in all your teams")).isTrue();
        assertThat(talk.fern().home()).contains("[Start check-ins again]");
        talk.moveTo(EVE.plusDays(7));
        assertThat(talk.larch().willSee("Check-in: Explore, weekly")).isTrue();
        assertThat(dm(talk.fern())).doesNotContain("[Skip]");
    }

    @Test
    void aCoachSchedulesForSome_looksAtTheDates_pausesSendsDeletes() {
        var coach = talk.coach();
        coach.types(CHANNEL, "/coach checkin");
        assertThat(coach.messages(CHANNEL)).last().asString().contains("Explore, weekly",
                "Tue, Sep 15, 3:00 PM");
        coach.clicks(CHANNEL, "Schedule another");
        var form = coach.modal().choose("Who is asked", "Only the people chosen here")
                .choose("How often", "Every 2 weeks").choose("On", "Thursday").pickTime("At", LocalTime.of(23, 0))
                .pickDate("Not before", LocalDate.of(2026, 9, 16));
        assertThat(form.submit()).containsOnlyKeys("Chosen people", "At");
        send(form.pickPeople("Chosen people", "Ms. Fern").pickTime("At", LocalTime.of(10, 0)));
        assertThat(form.text()).contains("The next four weeks", "1 person", "Thu, Sep 17", "Thu, Oct 1",
                "Mountain Time");
        form.clicks("Change something");
        assertThat(talk.sandbox.until(Conversation.SOON, () -> coach.modal().labels().contains("How often"))).isTrue();
        form = coach.modal();
        send(form.pickTime("At", LocalTime.of(11, 0)));
        assertThat(form.text()).contains("11:00 AM");
        send(form).close();
        while (coach.hasModal()) {
            coach.modal().close();
        }
        coach.types(CHANNEL, "/coach checkin");
        coach.clicks(CHANNEL, "Pause");
        assertThat(coach.willSee("[Resume]")).isTrue();
        talk.moveTo(LocalDateTime.of(2026, 9, 17, 11, 0));
        assertThat(dm(talk.larch())).doesNotContain("Check-in");
        assertThat(dm(talk.fern())).contains("Check-in: Explore, weekly");
        coach.clicks(CHANNEL, "Send now");
        assertThat(coach.willSee("On its way to") || coach.willSee("went out today")).isTrue();
        coach.clicks(CHANNEL, "Delete");
        assertThat(talk.sandbox.until(Conversation.SOON, () -> !coach.canClick("Resume"))).isTrue();
        coach.clicks(CHANNEL, "Delete");
        assertThat(coach.willSee("No check-ins are scheduled for Grade 7 team yet.")).isTrue();
        talk.quiet();
        talk.fern().types(CHANNEL, "/coach checkin");
        assertThat(talk.fern().messages(CHANNEL)).last().asString().contains("/coach checkin is for", "coaches");
    }
}
