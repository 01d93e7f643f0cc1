package dev.stagecoach.coaching.tries;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.School;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolCalendarStore;
import dev.stagecoach.people.SchoolDays;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class TryRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    /** Fourteen school days after a Monday, with a Friday off: a Tuesday. */
    private static final Instant DUE = Instant.parse("2026-10-05T15:00:00Z");
    private static final String NO_PRACTICE = "";

    @OnBothDatabases
    void aTryOfOnesOwnIsNobodyElses(Database database) {
        var school = new School(database);
        var room = room(school);
        begin(school, room, ADA, "MINE");
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        assertThat(School.shown(school.click(room, ADA, "loop.look", id)).toString()).contains("only its owner");
        for (var other : List.of(BEN, COACH, LEADER, STRANGER)) {
            for (var action : List.of("look", "note", "decide", "edit", "share", "keep", "delete", "again")) {
                assertThat(school.click(room, other, "loop." + action, id)).isInstanceOf(Reply.Refused.class);
            }
            assertThat(school.click(room, other, "loop.extend", id + " 19")).isInstanceOf(Reply.Refused.class);
        }
        assertThat(School.shown(school.type(room, BEN, "try", "")).toString()).contains("Nobody is trying anything");
        decide(school, room, ADA, id, "keep");
        assertThat(counted(school, room)).isZero();
        assertThat(sections(school, room, View.TEAM)).isEqualTo("[]");
        assertThat(school.composed(room)).isEmpty();

        var form = School.opened(school.click(room, ADA, "loop.share", id));
        assertThat(form.fields().toString()).contains("Wait ten seconds", "they thought",
                "I post it with your name in your team's channel.");
        assertThat(school.send(room, BEN, form)).isInstanceOf(Reply.Refused.class);
        school.send(room, ADA, form);
        assertThat(school.composed(room)).singleElement().asString().contains("Wait ten seconds", "Keep",
                "they thought");
        assertThat(counted(school, room)).isOne();
        assertThat(sections(school, room, View.TEAM)).contains("Wait ten seconds", "they thought");
        assertThat(sections(school, room, View.LEADER)).isEqualTo("[]");
        assertThat(school.click(room, LEADER, "loop.look", id)).isInstanceOf(Reply.Refused.class);
        school.click(room, ADA, "loop.keep", id);
        assertThat(school.composed(room)).isEmpty();
        assertThat(school.click(room, BEN, "loop.look", id)).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void noFormOfABeginningOverwritesAnothersTry(Database database) {
        var school = new School(database);
        var room = room(school);
        begin(school, room, ADA, "MINE");
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        var blank = School.opened(school.click(room, BEN, "loop.start", TEAM.value()));
        var forged = new Form(blank.id(), blank.title(), blank.submit(), TEAM + "  " + id + " 1", blank.fields());
        assertThat(school.send(room, BEN, forged, "change", "Mine now", "expect", "More hands", "count", "Hands",
                "whose", "SHOWN")).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.click(room, ADA, "loop.look", id)).toString()).contains("Wait ten seconds");
    }

    @OnBothDatabases
    void theTeamsOwnIsEverybodysToAddToAndDecide(Database database) {
        var school = new School(database);
        var room = room(school);
        begin(school, room, ADA, "TEAM");
        var id = School.value(School.shown(school.type(room, BEN, "try", "")), "loop.look");
        var note = School.opened(school.click(room, BEN, "loop.note", id));
        var kept = school.send(room, BEN, note, "n", "9", "of", "12", "seen", "<!channel> They waited");
        assertThat(school.send(room, BEN, note, "n", "9", "of", "12", "seen", "<!channel> They waited"))
                .isEqualTo(kept);
        assertThat(School.shown(school.click(room, COACH, "loop.look", id)).toString())
                .containsOnlyOnce("9 of 12 students. <!channel> They waited");
        assertThat(school.click(room, BEN, "loop.delete", id)).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, ADA, "loop.keep", id)).isInstanceOf(Reply.Refused.class);

        var form = School.opened(school.click(room, ADA, "loop.decide", id));
        decide(school, room, BEN, id, "keep");
        assertThat(School.mended(school.send(room, ADA, form, "decision", "drop", "why", "No"))).containsExactly("why");
        assertThat(school.send(room, ADA, form, "decision", "drop", "why", "No").toString()).contains("BEN decided");
        assertThat(school.click(room, COACH, "loop.note", id)).isInstanceOf(Reply.Refused.class);
        assertThat(counted(school, room)).isOne();
    }

    @OnBothDatabases
    void itIsDueAfterSchoolDaysAndThenWaitsForItsOwner(Database database) {
        var school = new School(database);
        database.change(tx -> new SchoolCalendarStore().add(tx, School.TEAM,
                SchoolDays.found(new DaysOff(LocalDate.of(2026, 9, 25), LocalDate.of(2026, 9, 25), "Holiday")), NOW));
        var room = room(school);
        begin(school, room, ADA, "SHOWN");
        assertThat(waiting(school, room, ADA, DUE.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(waiting(school, room, ADA, DUE)).singleElement().asString().contains("Wait ten seconds");
        assertThat(waiting(school, room, BEN, DUE)).isEmpty();
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        school.click(room, ADA, "loop.extend", id + " 19");
        school.click(room, ADA, "loop.extend", id + " 19");
        assertThat(waiting(school, room, ADA, DUE)).isEmpty();
        assertThat(waiting(school, room, ADA, DUE.plus(Duration.ofDays(7)))).hasSize(1);
    }

    @OnBothDatabases
    void adaptingBeginsTheNextOneWhereThisOneEnded(Database database) {
        var school = new School(database);
        var room = room(school);
        begin(school, room, ADA, "SHOWN");
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        var decision = School.opened(school.click(room, ADA, "loop.decide", id));
        var next = School.opened(school.send(room, ADA, decision, "decision", "adapt", "why", "Too long"));
        assertThat(next.toString()).contains("Wait ten seconds");
        assertThat(School.value(School.shown(school.click(room, ADA, "loop.look", id)), "loop.again")).isEqualTo(id);
        school.send(room, ADA, next, "change", "Wait five seconds", "expect", "More hands", "count", "Hands", "whose",
                "SHOWN");
        school.send(room, ADA, next, "change", "Wait five seconds", "expect", "More hands", "count", "Hands", "whose",
                "SHOWN");
        assertThat(School.shown(school.type(room, ADA, "try", "")).toString()).containsOnlyOnce("Wait five seconds");
        assertThat(School.shown(school.click(room, ADA, "loop.look", id)).toString()).doesNotContain("loop.again");
        assertThat(school.composed(room)).hasSize(2);
    }

    @OnBothDatabases
    void badInputIsMendedFieldByField(Database database) {
        var school = new School(database);
        var room = room(school);
        var huge = "x".repeat(10_000);
        var form = School.opened(school.type(room, ADA, "try", "Wait"));
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("change", "count", "expect", "whose");
        assertThat(School.mended(school.send(room, ADA, form, "change", huge, "expect", huge, "count", huge, "phase",
                "x", "whose", "me"))).containsExactly("change", "count", "expect", "phase", "whose");
        begin(school, room, ADA, "MINE");
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        var note = School.opened(school.click(room, ADA, "loop.note", id));
        assertThat(School.mended(school.send(room, ADA, note))).containsExactly("seen");
        assertThat(School.mended(school.send(room, ADA, note, "n", "3", "of", "9", "seen", huge)))
                .containsExactly("of", "seen");
        var decision = School.opened(school.click(room, ADA, "loop.decide", id));
        assertThat(School.mended(school.send(room, ADA, decision))).containsExactly("decision", "why");
        assertThat(School.mended(school.send(room, ADA, decision, "decision", "x", "why", huge, "show", "all")))
                .containsExactly("decision", "show", "why");
        assertThat(school.type(room, LEADER, "try", "x")).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, STRANGER, "loop.start", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    @OnBothDatabases
    void theSecondOfTwoEditorsIsToldAndDeletedIsDeleted(Database database) {
        var school = new School(database);
        var room = room(school);
        begin(school, room, ADA, "SHOWN");
        var id = School.value(School.shown(school.type(room, ADA, "try", "")), "loop.look");
        var one = School.opened(school.click(room, ADA, "loop.edit", id));
        edit(school, room, one, "First");
        assertThat(School.mended(edit(school, room, one, "Second"))).containsExactly("change");
        assertThat(school.composed(room)).singleElement().asString().contains("First").doesNotContain("Second");
        school.click(room, ADA, "loop.delete", id);
        assertThat(edit(school, room, one, "Third")).isInstanceOf(Reply.Refused.class);
        assertThat(school.composed(room)).isEmpty();
    }

    private static Reply edit(School school, TryRoom room, Form form, String change) {
        return school.send(room, ADA, form, "change", change, "expect", "More hands", "count", "Hands");
    }

    private static Card begin(School school, TryRoom room, PersonId person, String whose) {
        var form = School.opened(school.click(room, person, "loop.start", TEAM.value()));
        return School.shown(school.send(room, person, form, "change", "Wait ten seconds", "expect", "More hands",
                "count", "Hands", "whose", whose));
    }

    private static void decide(School school, TryRoom room, PersonId person, String id, String decision) {
        var form = School.opened(school.click(room, person, "loop.decide", id));
        var reply = school.send(room, person, form, "decision", decision, "why", "they thought first");
        assertThat(school.send(room, person, form, "decision", decision, "why", "they thought first"))
                .isEqualTo(reply);
    }

    private static List<NextStep> waiting(School school, TryRoom room, PersonId person, Instant now) {
        return school.database.read(tx -> room.steps(tx, School.SETTINGS, person, new Standing(
                Optional.of(Role.MEMBER)), now)).stream().filter(step -> step.rank() == NextStep.Rank.OPEN_ANSWER)
                .toList();
    }

    private static int counted(School school, TryRoom room) {
        return school.database.read(tx -> room.counted(tx, School.SETTINGS, NO_PRACTICE, NOW)).getFirst().count();
    }

    private static String sections(School school, TryRoom room, View view) {
        return school.database.read(tx -> room.sections(tx, School.SETTINGS,
                new Period(NOW, NOW.plus(Duration.ofDays(1))), view)).toString();
    }

    private static TryRoom room(School school) {
        return new TryRoom(school.database, school.people, GUIDE, school.outbox);
    }
}
