package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class LateAnswerTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");
    private static final PersonId TEACHER = TEACHERS.getFirst();

    @OnBothDatabases
    void aLateAnswerSaysToWhichWeekItGoes(Database database) {
        var classroom = asked(database);
        var run = classroom.occasion();
        var wednesday = TUESDAY.plus(Duration.ofDays(1));
        assertThat(form(classroom, run, wednesday)).as("nobody doubts it").doesNotContain("the week of");
        var sunday = TUESDAY.plus(Duration.ofDays(5));
        assertThat(form(classroom, run, sunday)).contains("This goes to the week of September 14.");
        assertThat(classroom.answer(TEACHER, sunday, "q.step", "placed us").toString())
                .contains("Saved for the week of September 14.");
        assertThat(words(classroom, TEACHER, sunday)).contains("for the week of September 14");
        assertThat(words(classroom, TEACHER, wednesday)).doesNotContain("the week of");
    }

    @OnBothDatabases
    void anOlderCheckinTicksOffNoNewerOne(Database database) {
        var classroom = asked(database);
        var old = classroom.occasion();
        var later = TUESDAY.plus(Duration.ofDays(7));
        classroom.tick(later);
        assertThat(steps(classroom, later)).isEqualTo(1);
        assertThat(form(classroom, old, later)).contains(
                "This goes to the week of September 14. The newer check-in stays open.");
        var saved = (Reply.ToYou) classroom.answer(TEACHER, later, "q.step", "placed us");
        assertThat(saved.toString()).contains("Saved for the week of September 14.",
                "The newer check-in is still open.",
                "Answer the newer one");
        assertThat(steps(classroom, later)).isEqualTo(1);
        classroom.click("checkin.tap", old + " step.1", TEACHERS.get(1), later);
        assertThat(words(classroom, TEACHERS.get(1), later)).contains("for the week of September 14");
        assertThat(steps(classroom, later)).isEqualTo(1);
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), later, later));
        assertThat(((Reply.Refused) classroom.answer(TEACHER, later, "q.step", "none yet")).wayOn()
                .orElseThrow().label()).isEqualTo("Answer the newer one");
    }

    @OnBothDatabases
    void anOlderCheckinThatWouldNotBeAskedAgainIsNotPutOff(Database database) {
        var classroom = asked(database);
        var old = classroom.occasion();
        var later = TUESDAY.plus(Duration.ofDays(7));
        classroom.tick(later);
        for (var reply : List.of(classroom.click("checkin.snooze", old, TEACHER, later),
                classroom.submit("checkin.snooze", old, TEACHER, later, Map.of("when", List.of("monday"))))) {
            assertThat(((Reply.ToYou) reply).card().toString()).contains("I will not ask about this one again",
                    "Answer the newer one", "Answer this one");
        }
        assertThat(classroom.putOff(TEACHER)).isEmpty();
    }

    private static String form(Classroom classroom, String run, Instant now) {
        return ((Reply.Open) classroom.click("checkin.answer", run, TEACHER, now)).form().fields().toString();
    }

    private static int steps(Classroom classroom, Instant now) {
        return classroom.database.read(tx -> classroom.room.steps(tx, classroom.team, TEACHER,
                classroom.people.members().standing(tx, classroom.team.id(), TEACHER), now)).size();
    }

    private static Classroom asked(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY);
        return classroom;
    }

    /** What stands in the person's first message now. */
    private static String words(Classroom classroom, PersonId person, Instant now) {
        var row = classroom.planned("checkin.ask").stream().filter(one -> one.delivery().to().equals(person))
                .findFirst().orElseThrow();
        var card = ((Composition.Send) classroom.composed(row, now)).card();
        return card.parts().stream().filter(Part.Paragraph.class::isInstance).toList().toString();
    }
}
