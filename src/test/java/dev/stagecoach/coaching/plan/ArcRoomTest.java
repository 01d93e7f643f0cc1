package dev.stagecoach.coaching.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class ArcRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void theGuideSuggestsOneSessionAfterTheOther_onTheDaysOfTheTeamsMeeting(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        for (var on : List.of("2026-09-16", "2026-09-23", "2026-09-30")) {
            var form = School.opened(school.click(room, COACH, "arc.add", TEAM.value()));
            assertThat(day(form)).contains(LocalDate.parse(on));
            school.send(room, COACH, form, "on", on, "owner", ADA.toString(), "purpose", text(form, "purpose"), "task",
                    text(form, "task"), "follow_up", text(form, "follow_up"));
        }
        var counted = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(counted.count()).isEqualTo(3);
        assertThat(counted.receipts().getLast()).startsWith("Wed, Sep 16: See Inquiry-based learning experiences at");
        var page = School.shown(school.click(room, LEADER, "arc.list", TEAM + " 0")).toString();
        assertThat(page).containsSubsequence("Sep 16", "Sep 23", "Sep 30").doesNotContain("arc.delete");
        var fourth = School.opened(school.click(room, BEN, "arc.add", TEAM.value()));
        assertThat(text(fourth, "purpose")).isEmpty();
    }

    @OnBothDatabases
    void theOwnerIsRemindedOfTheSessionAsItIsNow(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var session = plan(school, room, "2026-09-30");
        assertThat(dueAt(database)).containsExactly(Instant.parse("2026-09-25T21:00:00Z"));
        assertThat(school.composed(room).toString()).contains("You are preparing the session on Wed, Sep 30",
                "arc.ready");

        var edit = School.opened(school.click(room, BEN, "arc.edit", session.id()));
        send(school, room, BEN, edit, "2026-10-07", ADA);
        assertThat(dueAt(database)).containsExactly(Instant.parse("2026-10-02T21:00:00Z"));
        send(school, room, BEN, edit, "2026-10-07", ADA);
        assertThat(dueAt(database)).hasSize(1);

        school.click(room, ADA, "arc.delete", session.id());
        assertThat(dueAt(database)).isEmpty();
        assertThat(school.click(room, ADA, "arc.delete", session.id())).isInstanceOf(Reply.Refused.class);
        var left = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(left.count()).isZero();
    }

    @OnBothDatabases
    void aDayOffIsRefusedWithItsName_andSoIsWhatCannotBe(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        database.change(tx -> new SchoolCalendarStore().add(tx, SETTINGS.id(), SchoolDays.found(new DaysOff(
                LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 9), "Fall break")), NOW));
        var room = room(school);
        var form = School.opened(school.click(room, COACH, "arc.add", TEAM.value()));
        var off = send(school, room, COACH, form, "2026-10-07", ADA);
        assertThat(School.mended(off)).containsExactly("on");
        assertThat(off.toString()).contains("Fall break");
        assertThat(School.mended(send(school, room, COACH, form, "2062-10-07", STRANGER)))
                .containsExactly("on", "owner");
        assertThat(School.mended(school.send(room, COACH, form, "purpose", "x".repeat(10_000)))).containsExactly("on",
                "owner", "purpose", "task");
        assertThat(School.shown(send(school, room, COACH, form, "2026-10-03", ADA)).toString())
                .contains("It is a weekend.");
    }

    @OnBothDatabases
    void aDayOffThatComesUpLaterIsPointedOut(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        plan(school, room, "2026-10-07");
        database.change(tx -> new SchoolCalendarStore().add(tx, SETTINGS.id(), SchoolDays.found(new DaysOff(
                LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 9), "Fall break")), NOW));
        assertThat(School.shown(school.click(room, ADA, "arc.list", TEAM + " 0")).toString())
                .contains("This is a day off now (Fall break)");
    }

    @OnBothDatabases
    void theTaskIsAskedAboutOnce_andOnlyTheNumberIsTold(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var session = plan(school, room, "2026-09-16");
        assertThat(steps(school, room, ADA, NOW)).extracting(NextStep::words)
                .containsExactly("You are preparing the session on Wed, Sep 16.");
        school.click(room, ADA, "arc.ready", session.id());
        assertThat(steps(school, room, ADA, NOW)).isEmpty();

        var after = NOW.plus(Duration.ofDays(3));
        assertThat(steps(school, room, BEN, after)).extracting(NextStep::words)
                .containsExactly("From the session on Wed, Sep 16: Try it once.");
        assertThat(steps(school, room, COACH, after)).isEmpty();
        assertThat(School.shown(school.click(room, BEN, "arc.ask", session.id())).toString()).contains("Try it once");
        school.click(room, BEN, "arc.tried", session.id());
        school.click(room, BEN, "arc.tried", session.id());
        school.click(room, ADA, "arc.not_yet", session.id());
        assertThat(steps(school, room, BEN, after)).isEmpty();
        assertThat(steps(school, room, ADA, after)).isEmpty();
        var period = new Period(NOW, NOW.plus(Duration.ofDays(4)));
        var told = database.read(tx -> room.sections(tx, SETTINGS, period, View.TEAM)).toString();
        assertThat(told).contains("Session on Wed, Sep 16: See it", "Tried so far: 1.").doesNotContain("BEN");
        var toLeaders = database.read(tx -> room.sections(tx, SETTINGS, period, View.LEADER)).toString();
        assertThat(toLeaders).contains("Session on Wed, Sep 16").doesNotContain("Tried");
        assertThat(steps(school, room, BEN, NOW.plus(Duration.ofDays(60)))).isEmpty();
    }

    @OnBothDatabases
    void whatCameOfItIsNotedBesideWhatWasPlanned(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var session = plan(school, room, "2026-09-09");
        var note = School.opened(school.click(room, BEN, "arc.note", session.id()));
        assertThat(School.mended(school.send(room, BEN, note))).containsExactly("noted");
        school.send(room, BEN, note, "noted", "Five of us tried.");
        assertThat(School.shown(school.click(room, ADA, "arc.list", TEAM + " 0")).toString())
                .contains("Five of us tried.", "Try it once", "Edit the note");
        assertThat(School.mended(school.send(room, ADA, note, "noted", "Other words"))).containsExactly("noted");
    }

    @OnBothDatabases
    void leadersAndStrangersDoNotPlan(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var session = plan(school, room, "2026-09-30");
        var form = School.opened(school.click(room, ADA, "arc.add", TEAM.value()));
        for (var person : List.of(LEADER, STRANGER)) {
            for (var action : List.of("arc.edit", "arc.delete", "arc.note", "arc.ready", "arc.ask", "arc.tried")) {
                assertThat(school.click(room, person, action, session.id())).isInstanceOf(Reply.Refused.class);
            }
            assertThat(school.click(room, person, "arc.add", TEAM.value())).isInstanceOf(Reply.Refused.class);
            assertThat(send(school, room, person, form, "2026-09-30", ADA)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "arc.list", TEAM + " 0")).isInstanceOf(Reply.Refused.class);
    }

    private static ArcRoom room(School school) {
        return new ArcRoom(school.database, school.people, GUIDE, school.outbox);
    }

    private static Session plan(School school, ArcRoom room, String on) {
        send(school, room, COACH, School.opened(school.click(room, COACH, "arc.add", TEAM.value())), on, ADA);
        return school.database.read(tx -> new Sessions(school.people.gate()).of(tx, TEAM, "inquiry")).getLast();
    }

    private static Reply send(School school, ArcRoom room, PersonId by, Form form, String on, PersonId owner) {
        return school.send(room, by, form, "on", on, "owner", owner.toString(), "purpose", "See it", "task",
                "Try it once");
    }

    private static List<NextStep> steps(School school, ArcRoom room, PersonId person, Instant now) {
        return school.database.read(tx -> room.steps(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), now));
    }

    private static List<Instant> dueAt(Database database) {
        return database.read(tx -> tx.handle()
                .createQuery("select due_at from delivery where kind = 'arc.reminder' and state = 'due'")
                .mapTo(Long.class).list()).stream().map(Instant::ofEpochMilli).toList();
    }

    private static String text(Form form, String key) {
        return form.fields().stream().filter(Field.ShortText.class::isInstance).map(Field.ShortText.class::cast)
                .filter(field -> field.key().equals(key)).findFirst().orElseThrow().initial();
    }

    private static Optional<LocalDate> day(Form form) {
        return form.fields().stream().filter(Field.Day.class::isInstance).map(Field.Day.class::cast).findFirst()
                .orElseThrow().initial();
    }
}
