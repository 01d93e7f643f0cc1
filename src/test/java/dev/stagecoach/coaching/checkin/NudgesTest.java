package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.Recurrence.Weekly;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PreferenceStore;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.checkin.Classroom.BOISE;
import static dev.stagecoach.coaching.checkin.Classroom.COACH;
import static dev.stagecoach.coaching.checkin.Classroom.MONDAY;
import static dev.stagecoach.coaching.checkin.Classroom.TEACHERS;
import static org.assertj.core.api.Assertions.assertThat;

class NudgesTest {
    private static final Instant TUESDAY = Instant.parse("2026-09-15T21:00:00Z");
    private static final Instant LATER = TUESDAY.plusSeconds(600);
    private static final Instant THURSDAY = TUESDAY.plus(Duration.ofDays(2));
    private static final PersonId TEACHER = TEACHERS.getFirst();

    @OnBothDatabases
    void oneRepeatAfterTwoSchoolDays_onlyForThoseWhoDidNothing(Database database) {
        var classroom = asked(database);
        var id = classroom.occasion();
        classroom.answer(TEACHER, LATER, "q.step", "none yet");
        classroom.click("checkin.skip", id, TEACHERS.get(1), LATER);
        classroom.submit("checkin.snooze", id, TEACHERS.get(2), LATER, Map.of("when", List.of("morning")));
        classroom.tick(THURSDAY.minusSeconds(1));
        assertThat(classroom.repeats()).isEmpty();
        classroom.tick(THURSDAY);
        classroom.tick(THURSDAY);
        classroom.tick(THURSDAY.plus(Duration.ofDays(3)));
        var repeats = classroom.repeats();
        assertThat(repeats).extracting(row -> row.delivery().to())
                .containsExactlyInAnyOrderElementsOf(TEACHERS.subList(3, 6));
        assertThat(repeats).extracting(row -> row.delivery().dueAt()).containsOnly(THURSDAY);
        assertThat(words(classroom, repeats.getFirst(), THURSDAY)).contains("not ask about this one");
        classroom.answer(TEACHERS.get(3), THURSDAY, "q.step", "none yet");
        assertThat(classroom.repeats().getFirst().state()).isEqualTo("skipped");
        database.change(tx -> classroom.room.closeAnswers(tx, classroom.team.id(), THURSDAY, THURSDAY));
        assertThat(classroom.composed(repeats.getLast(), THURSDAY))
                .isEqualTo(new Composition.Skip("the check-in is closed"));
    }

    @OnBothDatabases
    void whatNeverArrivedIsNotRepeated(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY);
        classroom.tick(THURSDAY);
        assertThat(classroom.repeats()).isEmpty();
    }

    @OnBothDatabases
    void threeUnansweredHalveTheRhythm_anyAnswerBringsItBack(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        for (var week = 0; week < 6; week++) {
            var now = TUESDAY.plus(Duration.ofDays(7L * week));
            classroom.tick(now);
            classroom.deliver(now);
        }
        var now = TUESDAY.plus(Duration.ofDays(35));
        var rows = classroom.planned("checkin.ask", TEACHER);
        assertThat(rows).extracting(Classroom.Row::state).containsExactly("sent", "sent", "sent", "skipped", "sent",
                "skipped");
        assertThat(words(classroom, rows.get(4), now)).contains("What would you like?", "checkin.second");
        assertThat(words(classroom, rows.get(2), now)).doesNotContain("checkin.second");
        var waiting = rows.get(5).key().split("/", -1)[1];
        var steps = database.read(tx -> classroom.room.steps(tx, classroom.team, TEACHER,
                classroom.people.members().standing(tx, classroom.team.id(), TEACHER), now));
        assertThat(steps).extracting(step -> step.button().value()).containsExactly(waiting);
        classroom.submit("checkin.answer", waiting, TEACHER, now, Map.of("q.step", List.of("none yet")));
        // The clocks go back in between, so that one week's time comes an hour after its tick.
        for (var week = 6; week < 10; week++) {
            classroom.tick(TUESDAY.plus(Duration.ofDays(7L * week)));
            classroom.deliver(TUESDAY.plus(Duration.ofDays(7L * week)));
        }
        assertThat(classroom.planned("checkin.ask", TEACHER)).extracting(Classroom.Row::state)
                .endsWith("sent", "sent", "sent");
    }

    @OnBothDatabases
    void peopleChooseTheirRhythmFromTheMessage(Database database) {
        var classroom = asked(database);
        var id = classroom.occasion();
        classroom.click("checkin.second", id, TEACHER, LATER);
        classroom.click("checkin.second", id, TEACHER, LATER);
        classroom.tick(TUESDAY.plus(Duration.ofDays(7)));
        assertThat(classroom.planned("checkin.ask", TEACHER)).extracting(Classroom.Row::state)
                .containsExactly("sent", "skipped");
        classroom.click("checkin.keep", id, TEACHER, LATER);
        classroom.tick(TUESDAY.plus(Duration.ofDays(14)));
        assertThat(classroom.planned("checkin.ask", TEACHER).getLast().state()).isEqualTo("due");
        assertThat(classroom.click("checkin.stop", id, TEACHER, LATER).toString()).contains("Home tab");
        classroom.click("checkin.stop", id, TEACHER, LATER);
        var wanted = database.read(tx -> new PreferenceStore().of(tx, TEACHER).checkins());
        assertThat(wanted).isFalse();
        assertThat(classroom.composed(classroom.planned("checkin.ask", TEACHER).getLast(),
                TUESDAY.plus(Duration.ofDays(14))))
                .isEqualTo(new Composition.Skip("the person wants no check-ins now"));
        classroom.click("checkin.start", "", TEACHER, LATER);
        var again = database.read(tx -> new PreferenceStore().of(tx, TEACHER).checkins());
        assertThat(again).isTrue();
    }

    @OnBothDatabases
    void aSnoozeLandsInThePersonsHours_andTheSameFormTwicePutsOffOnce(Database database) {
        var classroom = asked(database);
        assertThat(snoozed(classroom, 0, LATER, "hour", "")).isEqualTo(LATER.plusSeconds(3600));
        assertThat(snoozed(classroom, 1, TUESDAY.plusSeconds(3600), "hour", ""))
                .isEqualTo(Instant.parse("2026-09-16T13:30:00Z"));
        assertThat(snoozed(classroom, 2, LATER, "date", "2026-09-24"))
                .isEqualTo(Instant.parse("2026-09-24T13:30:00Z"));
        put(classroom, 2, LATER, "date", "2026-09-25");
        assertThat(classroom.putOff(TEACHER)).hasSize(3);
        for (var date : List.of("", "2026-09-15", "2026-10-01", "never")) {
            assertThat(put(classroom, 3, LATER, "date", date)).isInstanceOf(Reply.Mend.class);
        }
    }

    private static Instant snoozed(Classroom classroom, int before, Instant now, String when, String date) {
        assertThat(put(classroom, before, now, when, date).toString()).contains("I will ask again");
        return classroom.putOff(TEACHER).getLast().delivery().dueAt();
    }

    private static Reply put(Classroom classroom, int before, Instant now, String when, String date) {
        return classroom.submit("checkin.snooze", classroom.occasion() + " " + before, TEACHER, now,
                Map.of("when", List.of(when), "date", List.of(date)));
    }

    @OnBothDatabases
    void earlierMessagesAreWrittenAnewOnceALaterOneStands(Database database) {
        var classroom = asked(database);
        put(classroom, 0, LATER, "morning", "");
        var first = classroom.planned("checkin.ask", TEACHER).getFirst();
        var morning = Instant.parse("2026-09-16T13:30:00Z");
        classroom.deliver(morning);
        assertThat(classroom.stale()).isEmpty();
        classroom.tick(morning.plusSeconds(60));
        assertThat(classroom.stale()).containsExactly(first.key());
        assertThat(words(classroom, first, morning.plusSeconds(60))).contains("I asked again further down");
    }

    @OnBothDatabases
    void whatIsDeletedOrTooOldLosesItsButtons(Database database) {
        var classroom = asked(database);
        classroom.tick(TUESDAY.plus(Duration.ofDays(14)));
        var first = classroom.planned("checkin.ask", TEACHER).getFirst();
        assertThat(classroom.stale()).contains(first.key());
        assertThat(words(classroom, first, TUESDAY.plus(Duration.ofDays(14)))).contains("closed now")
                .doesNotContain("checkin.answer");
        var second = classroom.planned("checkin.ask", TEACHER).getLast();
        classroom.deliver(TUESDAY.plus(Duration.ofDays(14)));
        classroom.click("checkin.delete", database.read(tx -> new ScheduleStore().of(tx, classroom.team.id()))
                .getFirst().id(), COACH, TUESDAY.plus(Duration.ofDays(14)));
        assertThat(classroom.stale()).contains(second.key());
        assertThat(words(classroom, second, TUESDAY.plus(Duration.ofDays(14)))).contains("closed now");
    }

    @Test
    void thePreviewSaysWhatIsNotSent() {
        var plan = new ScheduleDraft(new TeamId("t"), "s", "set",
                new Weekly(1, Set.of(DayOfWeek.TUESDAY),
                        LocalTime.of(15, 0), LocalDate.of(2026, 9, 15)),
                List.of());
        var off = new DaysOff(LocalDate.of(2026, 9, 21), LocalDate.of(2026, 9, 25), "Harvest break");
        var day = new Day(BOISE, QuietHours.USUAL, List.of(off));
        var form = PreviewForm.of(plan, "Explore", MONDAY, day, Optional.empty());
        assertThat(form.fields().toString()).contains("Tue, Sep 22, 3:00 PM (not sent: Harvest break)",
                "Tue, Oct 6, 3:00 PM").doesNotContain("Oct 13", "Sep 29, 3:00 PM (");
        var busy = PreviewForm.of(plan, "Explore", MONDAY, day, Optional.of(MONDAY.plus(Duration.ofDays(6))));
        assertThat(busy.fields().toString()).contains("Tue, Sep 15, 3:00 PM (waits on Home: I already asked everybody",
                "Tue, Sep 22, 3:00 PM (not sent: Harvest break)").doesNotContain("Sep 29, 3:00 PM (");
    }

    private static Classroom asked(Database database) {
        var classroom = new Classroom(database);
        classroom.schedule("explore_weekly");
        classroom.tick(TUESDAY);
        classroom.deliver(TUESDAY);
        return classroom;
    }

    private static String words(Classroom classroom, Classroom.Row row, Instant now) {
        return classroom.composed(row, now).toString();
    }
}
