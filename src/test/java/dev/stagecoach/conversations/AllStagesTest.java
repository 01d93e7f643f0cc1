package dev.stagecoach.conversations;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

import dev.stagecoach.sandbox.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.conversations.Conversation.CHANNEL;
import static dev.stagecoach.conversations.Conversation.DM;
import static dev.stagecoach.conversations.Conversation.send;
import static org.assertj.core.api.Assertions.assertThat;

/** One team walks through all four stages and begins its second journey; every gate is met by what people do. */
class AllStagesTest {
    private static final String PRACTICE = "Expanded discussion";
    private final Conversation talk = Conversation.ofATeam();
    private final Persona coach = talk.coach();
    private final Persona fern = talk.fern();
    private final Persona larch = talk.larch();

    @AfterEach
    void end() throws IOException {
        talk.close();
    }

    @Test
    void fromTheFirstCardToTheSecondJourney() {
        explores();
        movesTo("Plan & Design");
        plans();
        movesTo("Implement");
        tries();
        movesTo("Sustain & Scale");
        lasts();
        beginsAgain();
    }

    private void explores() {
        talk.openRound();
        talk.rateAll();
        talk.closeRound();
        writesTheGoal();
        looksAtWhatIs("visit");
        looksAtWhatIs("schedule");
        talk.teachers().forEach(teacher -> {
            teacher.types(CHANNEL, "/coach visibility");
            teacher.clicks(CHANNEL, "No, keep mine private");
        });
        talk.moveTo(LocalDateTime.of(2026, 10, 12, 9, 0));
        talk.teachers().forEach(this::reads);
        allGatesAreMet("Explore", 6);
    }

    private void reads(Persona teacher) {
        teacher.types(CHANNEL, "/coach learn");
        talk.quiet();
        for (var cards = 0; cards < 20 && teacher.canClick(CHANNEL, "Seen, next"); cards++) {
            teacher.clicks(CHANNEL, "Seen, next");
            talk.quiet();
        }
        teacher.clicks(CHANNEL, "Seen");
        talk.quiet();
    }

    private void writesTheGoal() {
        fern.types(CHANNEL, "/coach goal");
        fern.clicks(CHANNEL, "Choose the practice");
        talk.choosesPractice(fern, PRACTICE, "They talk to me.");
        fern.clicks(CHANNEL, "Write the goal");
        var form = send(
                fern.modal().fill("Students will ...", "Students will answer each other.").fill("Baseline", "4 of 20")
                        .pickDate("Day of the baseline", LocalDate.of(2026, 9, 14)).fill("Target", "12 of 20")
                        .pickDate("Target day", LocalDate.of(2026, 12, 14)));
        send(form).close();
        talk.quiet();
    }

    private void looksAtWhatIs(String source) {
        fern.types(CHANNEL, "/coach baseline");
        talk.quiet();
        fern.clicks(CHANNEL, "Add to the baseline");
        talk.quiet();
        fern.clicks(CHANNEL, "Choose this");
        send(fern.modal().choose("Source", source).fill("Rooms, as codes", "R1, R2")
                .fill("How many did it, of how many?", "4").fill("Of how many", "12").fill("From", "2026-09-08")
                .fill("Until", "2026-09-09").choose("Who looked?", "teacher").fill("What stands out?",
                        "One voice asked most."))
                .close();
    }

    private void movesTo(String stage) {
        talk.movesTo(stage, "On to " + stage);
    }

    private void plans() {
        coach.types(CHANNEL, "/coach plan");
        talk.quiet();
        for (var week = 0; week < 3; week++) {
            coach.clicks(CHANNEL, "Plan a session");
            send(coach.modal().pickDate("Day", LocalDate.of(2026, 10, 21).plusWeeks(week))
                    .pickPeople("Who prepares it?", "Mr. Larch")).close();
        }
        coach.clicks(CHANNEL, "Pick a measure");
        talk.quiet();
        coach.clicks(CHANNEL, "Count this");
        send(coach.modal().pickPeople("Who collects it?", "Ms. Fern").choose("How often?", "every two weeks")).close();
        coach.clicks(CHANNEL, "Agree on coaching");
        talk.quiet();
        coach.clicks(CHANNEL, "Choose this one");
        send(coach.modal()).close();
        talk.teachers().forEach(teacher -> {
            teacher.types(CHANNEL, "/coach step");
            send(teacher.modal().fill("When ..., I will ...", "When the bell rings, I will wait")).close();
        });
        sharesOneView();
        theLeaderTakesPart();
        allGatesAreMet("Plan & Design", 8);
    }

    private void sharesOneView() {
        coach.types(CHANNEL, "/coach learn discussion");
        talk.quiet();
        coach.clicks(CHANNEL, "Our continuum");
        talk.quiet();
        coach.clicks(CHANNEL, "Adopt it as it is");
        talk.quiet();
        coach.clicks(CHANNEL, "Link our standards");
        send(coach.modal().fill("Others, one per line", "District goal 3")).close();
        coach.types(CHANNEL, "/coach learn discussion");
        talk.quiet();
        coach.clicks(CHANNEL, "Where it fits");
        talk.quiet();
        coach.clicks(CHANNEL, "Write where it fits");
        var note = coach.modal();
        note.fields().forEach(field -> note.fill(field.key(), "It fits into our team time"));
        send(note).close();
        for (var scene = 0; scene < 2; scene++) {
            coach.types(CHANNEL, "/coach learn discussion");
            talk.quiet();
            coach.clicks(CHANNEL, "Scenes to place");
            talk.quiet();
            coach.clicks(CHANNEL, "Put it to the team");
            talk.quiet();
            talk.teachers().forEach(teacher -> {
                teacher.clicks(CHANNEL, "Place it");
                send(teacher.modal().choose("What students do", "First miles")).close();
            });
            talk.quiet();
            coach.clicks(CHANNEL, "Close and show");
            talk.quiet();
        }
    }

    private void theLeaderTakesPart() {
        var principal = talk.principal();
        principal.types(DM, "/coach log");
        talk.quiet();
        principal.clicks(DM, "Set my goal");
        send(principal.modal().choose("Tied to which practice?", PRACTICE).fill("What will you do?", "Cover two visits")
                .fill("What does it make easier for teachers?", "Seeing each other")
                .fill("How can teachers see that you did it?", "The cover list")
                .pickDate("By when?", LocalDate.of(2026, 12, 1))).close();
        principal.types(DM, "/coach log");
        talk.quiet();
        principal.clicks(DM, "Log something");
        send(principal.modal().choose("What was it?", "class covered")).close();
    }

    private void tries() {
        for (var change : List.of("Wait ten seconds", "Ask who agrees")) {
            talk.tryOut(change);
        }
        talk.logEvidence("Five turns in a row without me", "What people do");
        talk.logEvidence("They explain each other's ideas", "What students gained");
        talk.placeOnLadder();
        helpsEachOther();
        talk.moveTo(LocalDateTime.of(2027, 1, 11, 9, 0));
        placesItselfAgain();
        reports();
        allGatesAreMet("Implement", 7);
    }

    /** Everybody has a say in one thread, in turns. */
    private void helpsEachOther() {
        fern.types(CHANNEL, "/coach feedback");
        talk.quiet();
        fern.clicks(CHANNEL, "Ask for feedback");
        send(fern.modal().fill("What I tried", "Wait time").fill("One piece of evidence", "6 of 24 spoke")
                .fill("The one question you want help with", "What would get more to answer?")
                .choose("Who do you want to ask?", "The whole team, in the channel")).close();
        talk.quiet();
        talk.teachers().stream().filter(teacher -> !teacher.id().equals(fern.id())).forEach(teacher -> {
            teacher.clicks(CHANNEL, "Take this turn");
            send(teacher.modal().fill("Your words", "How long did the pairs talk?")).close();
            talk.quiet();
        });
    }

    private void placesItselfAgain() {
        coach.types(CHANNEL, "/coach round");
        send(coach.modal()).close();
        talk.quiet();
        talk.teachers().forEach(teacher -> talk.rate(teacher, "Steady pace", "Steady pace"));
        coach.types(CHANNEL, "/coach round");
        talk.quiet();
        coach.clicks("Close and reveal");
        talk.quiet();
    }

    private void reports() {
        larch.types(CHANNEL, "/coach baseline");
        assertThat(larch.willSee("In the goal: 4 of 20 on ")).isTrue();
        larch.types(CHANNEL, "/coach plan");
        assertThat(larch.willSee("From 4 of 20 on ")).as("asked once, in the goal").isTrue();
        larch.types(CHANNEL, "/coach report");
        talk.quiet();
        assertThat(larch.messages(CHANNEL).getLast()).contains("From and to: From 4 of 20 on ", "to 12 of 20",
                "Evidence: ", " logged");
        larch.clicks(CHANNEL, "Write your part");
        send(larch.modal().fill("What can this report not show?", "Two classes only").fill("What comes next?",
                "The same in science")).close();
        larch.types(CHANNEL, "/coach report");
        talk.quiet();
        larch.clicks(CHANNEL, "Propose showing leaders");
        talk.quiet();
        fern.types(CHANNEL, "/coach report");
        talk.quiet();
        fern.clicks(CHANNEL, "Yes, show leaders");
        talk.quiet();
        talk.principal().types(DM, "/coach report");
        assertThat(talk.principal().willSee("Two classes only")).isTrue();
    }

    private void lasts() {
        opens("Set the time");
        send(fern.modal().pickDate("First time", LocalDate.of(2027, 1, 5))
                .pickTime("At what time?", LocalTime.of(14, 30)).fill("For how many minutes?", "45")
                .fill("Every how many weeks?", "2")
                .pickPeople("Who is in charge of it?", "Mr. Larch")
                .fill("How are classes covered?", "By the office")).close();
        opens("See the path");
        talk.quiet();
        fern.clicks(CHANNEL, "Choose a buddy");
        send(fern.modal().pickPeople("Buddy", "Mr. Larch")).close();
        for (var title : List.of("Wait time", "Turns", "Talk cards")) {
            opens("Write a page");
            send(fern.modal().choose("Practice", PRACTICE).fill("Title", title)
                    .fill("What do you do, step by step?", "Wait, then ask.")
                    .fill("What shows that it helps?", "12 of 20 turns")).close();
        }
        shares();
        opens("Name what is next");
        send(fern.modal().choose("What would your team take up next?", "Regular conferencing").fill("Why this one?",
                "Nobody knows the next step.")).close();
        for (var day : List.of(LocalDateTime.of(2027, 4, 13, 9, 0), LocalDateTime.of(2027, 7, 13, 9, 0))) {
            talk.moveTo(day);
            placesItselfAgain();
        }
        everybodyWalks();
        allGatesAreMet("Sustain & Scale", 7);
        goesOnWithTheNextGoal();
    }

    /** The goal is closed with a result and a reason; its report stays, and the next goal begins from it. */
    private void goesOnWithTheNextGoal() {
        fern.types(CHANNEL, "/coach goal");
        fern.clicks(CHANNEL, "Close this goal");
        var closing = fern.modal();
        assertThat(closing.submit()).containsOnlyKeys("How did it end?", "What tells you so?");
        send(closing.choose("How did it end?", "We got part of the way").fill("What tells you so?",
                "11 of 20 in January"));
        assertThat(closing.text()).contains("The goal is closed", "11 of 20 in January");
        assertThat(closing.clicks("Write the next goal")).isEmpty();
        talk.quiet();
        var next = fern.modal();
        assertThat(next.value("Students will ...")).as("what the report said comes next")
                .isEqualTo("The same in science");
        send(next.fill("Students will ...", "Students will answer each other in science.")).close();
        Conversation.closeAll(fern);
        talk.quiet();
        assertThat(Conversation.channel(larch)).contains("A goal of ours, closed", "11 of 20 in January",
                "Students will answer each other in science.");
        var principal = talk.principal();
        for (var person : List.of(larch, principal)) {
            var place = person == larch ? CHANNEL : DM;
            person.types(place, "/coach goal");
            assertThat(person.willSee("Students will answer each other in science.")).isTrue();
        }
        larch.clicks(CHANNEL, "Earlier goals");
        assertThat(larch.willSee("1. Students will answer each other.")).isTrue();
        larch.clicks(CHANNEL, "Read its report");
        assertThat(larch.willSee("Report on goal 1")).isTrue();
        assertThat(larch.messages(CHANNEL).getLast()).contains("Two classes only", "We got part of the way",
                "Approved by the team");
        larch.types(CHANNEL, "/coach report");
        talk.quiet();
        assertThat(larch.messages(CHANNEL).getLast()).as("a report of its own").contains("in science.")
                .doesNotContain("Two classes only");
    }

    /** Two learning walks, with all seven teachers, in the term in which the gate is looked at. */
    private void everybodyWalks() {
        opens("Find a visit");
        talk.quiet();
        fern.clicks(CHANNEL, "Begin a learning walk");
        send(fern.modal().fill("What do you look for?", "Students answer each other")).close();
        for (var teacher : talk.teachers().subList(1, 4)) {
            teacher.types(CHANNEL, "/coach visit");
            talk.quiet();
            teacher.clicks(CHANNEL, "Come along");
            talk.quiet();
        }
        var other = talk.teachers().get(4);
        other.types(CHANNEL, "/coach visit");
        talk.quiet();
        other.clicks(CHANNEL, "Begin a learning walk");
        send(other.modal().fill("What do you look for?", "Students ask the next question")).close();
        for (var teacher : talk.teachers().subList(5, 7)) {
            teacher.types(CHANNEL, "/coach visit");
            talk.quiet();
            teacher.clicks(CHANNEL, "Come along");
            talk.quiet();
        }
        talk.moveTo(LocalDateTime.of(2027, 7, 14, 12, 0));
        for (var teacher : List.of(fern, other)) {
            assertThat(teacher.home()).contains("Your learning walk: in how many rooms did you see");
            teacher.types(CHANNEL, "/coach visit");
            talk.quiet();
            teacher.clicks(CHANNEL, "What we counted");
            send(teacher.modal().fill("In how many rooms did you see it?", "2").fill("Of how many rooms?", "3"))
                    .close();
            talk.quiet();
        }
    }

    /** Inside the school is where another team of it finds what was shared. */
    private void shares() {
        talk.sandbox.addChannel("next-door", List.of(coach.id(), "U0COACHBOT"));
        coach.types("#next-door", "/coach setup");
        send(coach.modal().fill("School", "Juniper Ridge Middle School")).close();
        talk.quiet();
        opens("Share something");
        send(fern.modal().fill("What works?", "Students lead the talk").fill("Who gets the credit?", "Grade 7")
                .choose("Has everyone agreed?", "yes").choose("Where can it be shared?", "outside the school")).close();
        fern.types(CHANNEL, "/coach share");
        talk.quiet();
        fern.clicks(CHANNEL, "Look");
        talk.quiet();
        fern.clicks(CHANNEL, "I shared it outside");
        send(fern.modal().fill("Where did you share it?", "The district newsletter")).close();
    }

    /** Presses the button of an open gate. */
    private void opens(String gate) {
        fern.types(CHANNEL, "/coach stage");
        talk.quiet();
        fern.clicks(CHANNEL, gate);
    }

    private void allGatesAreMet(String stage, int gates) {
        talk.quiet();
        fern.types(CHANNEL, "/coach stage");
        talk.quiet();
        var page = fern.messages(CHANNEL).getLast();
        assertThat(page).contains(stage).doesNotContain("Open: ");
        assertThat(page.split("Met: ", -1)).hasSize(gates + 1);
    }

    private void beginsAgain() {
        fern.types(CHANNEL, "/coach stage");
        talk.quiet();
        fern.clicks(CHANNEL, "Name what is next");
        assertThat(send(fern.modal()).clicks("Take it up")).isEmpty();
        talk.quiet();
        assertThat(fern.modal().value("Why this one?")).isEqualTo("Nobody knows the next step.");
        talk.choosesPractice(fern, "Regular conferencing", "Nobody knows the next step.");
        larch.types(CHANNEL, "/coach stage");
        talk.quiet();
        assertThat(larch.messages(CHANNEL).getLast()).contains("Regular conferencing", "Explore",
                "Expanded discussion: Sustain & Scale");
        assertThat(larch.sees()).contains("Regular conferencing");
    }
}
