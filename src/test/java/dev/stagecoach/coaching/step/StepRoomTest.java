package dev.stagecoach.coaching.step;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.reflect.ReflectionRoom;
import dev.stagecoach.coaching.reflect.ReflectionStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;
import org.junit.jupiter.api.Test;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.NOW;
import static dev.stagecoach.coaching.School.SETTINGS;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class StepRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;
    private static final String STEP = "When the bell rings, I will wait";

    @OnBothDatabases
    void theMoveFitsWhereThePersonStands_andOnlyTheMomentIsMissing(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "step", ""));
        assertThat(form.toString()).contains("When ..., I will hand students one decision you usually make",
                "open one lesson with a question-making routine").doesNotContain("2->3");
        assertThat(School.mended(school.send(room, ADA, form, "when_then", "When ..., I will wait")))
                .containsExactly("when_then");
        assertThat(School.mended(school.send(room, ADA, form))).containsExactly("when_then");
        assertThat(School.shown(school.send(room, ADA, form, "when_then", STEP)).toString())
                .contains(STEP, "Only you see this");
        assertThat(School.shown(school.type(room, ADA, "step", "")).toString()).contains(STEP);
    }

    @OnBothDatabases
    void unsharedItIsItsAuthorsAlone_sharedItIsTheTeams_neverALeaders(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var id = write(school, room, ADA, STEP);
        assertThat(readers(school, room)).containsExactly(ADA);
        for (var person : List.of(BEN, COACH, LEADER, STRANGER)) {
            for (var action : List.of("step.share", "step.keep", "step.history", "step.delete")) {
                assertThat(school.click(room, person, action, id)).isInstanceOf(Reply.Refused.class);
            }
        }
        school.click(room, ADA, "step.share", id);
        assertThat(readers(school, room)).containsExactly(ADA, BEN, COACH);
        school.click(room, ADA, "step.keep", id);
        assertThat(readers(school, room)).containsExactly(ADA);
    }

    @OnBothDatabases
    void theStepAndTheWholePlanAreOne_andLevelsStayWithTheAuthor(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var id = write(school, room, ADA, STEP);
        var whole = School.opened(school.click(room, ADA, "step.fill", TEAM.value()));
        var level = GUIDE.levels().get(1);
        school.send(room, ADA, whole, "sentence", "Students will ask", "when_then", STEP, "present", level.key(),
                "evidence", "Exit slips");
        var edit = School.opened(school.click(room, ADA, "step.write", TEAM.value()));
        school.send(room, ADA, edit, "when_then", STEP + " longer");
        school.click(room, ADA, "step.share", id);
        var own = School.shown(school.click(room, ADA, "step.plan", TEAM.value())).toString();
        assertThat(own).contains(STEP + " longer", "Exit slips", level.name(), "Inquiry-based");
        var seen = School.shown(school.click(room, BEN, "step.plan", TEAM.value())).toString();
        assertThat(seen).contains(STEP + " longer", "Exit slips").doesNotContain(level.name());
        var history = School.shown(school.click(room, ADA, "step.history", id)).toString();
        assertThat(history).containsSubsequence(STEP + " longer", STEP);
    }

    @OnBothDatabases
    void reflectionsBelongToThePlan_andStayItsAuthorsThoughThePlanIsShared(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var reflections = new ReflectionRoom(database, school.people, GUIDE, school.outbox);
        reflect(school, reflections, ADA, "They asked each other");
        reflect(school, reflections, BEN, "Nobody asked");
        var ids = database.read(tx -> List.of(ADA, BEN).stream().map(who -> school.people.gate().openAll(tx, who,
                new ReflectionStore().of(tx, TEAM, who)).getFirst().id()).toList());
        var form = School.opened(school.click(room, ADA, "step.fill", TEAM.value()));
        assertThat(form.toString()).contains("They asked each other").doesNotContain("Nobody asked");
        school.send(room, ADA, form, "sentence", "Students will ask", "when_then", STEP, "reflections", ids.get(0));
        assertThat(School.shown(school.click(room, ADA, "step.plan", TEAM.value())).toString())
                .contains("Your reflections on it", "They asked each other");
        // Another one's id, made up into the form, is not taken.
        school.send(room, ADA, School.opened(school.click(room, ADA, "step.fill", TEAM.value())), "sentence",
                "Students will ask", "when_then", STEP, "reflections", ids.get(1));
        assertThat(School.shown(school.click(room, ADA, "step.plan", TEAM.value())).toString())
                .doesNotContain("Nobody asked", "Your reflections on it");
        var whole = School.opened(school.click(room, ADA, "step.fill", TEAM.value()));
        school.send(room, ADA, whole, "sentence", "Students will ask", "when_then", STEP, "reflections", ids.get(0));
        school.send(room, ADA, School.opened(school.click(room, ADA, "step.write", TEAM.value())), "when_then",
                STEP + " longer");
        school.click(room, ADA, "step.share", OwnPlans.id(TEAM, "inquiry", ADA));
        assertThat(School.shown(school.click(room, ADA, "step.plan", TEAM.value())).toString())
                .contains(STEP + " longer", "They asked each other");
        assertThat(School.shown(school.click(room, BEN, "step.plan", TEAM.value())).toString())
                .contains(STEP + " longer").doesNotContain("They asked each other", ids.get(0));
    }

    private static void reflect(School school, ReflectionRoom room, PersonId person, String words) {
        var asked = School.shown(school.type(room, person, "reflect", ""));
        school.send(room, person, School.opened(
                school.click(room, person, "reflection.write", School.value(asked, "reflection.write"))), "answer",
                words);
    }

    @OnBothDatabases
    void onItsDayTheAuthorLooksAtThePlanAgain(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var form = School.opened(school.click(room, ADA, "step.fill", TEAM.value()));
        school.send(room, ADA, form, "sentence", "Students will ask", "when_then", STEP, "review", "2026-09-21",
                "second_visit", "2026-09-17", "coach", COACH.toString());
        assertThat(School.shown(school.click(room, ADA, "step.plan", TEAM.value())).toString())
                .contains("A second visit", "Who coaches you", "UCOACH");
        assertThat(due(school, room, ADA, NOW.plus(Duration.ofDays(6)))).isEmpty();
        assertThat(due(school, room, ADA, NOW.plus(Duration.ofDays(7)))).singleElement()
                .satisfies(step -> assertThat(step.words()).contains("Mon, Sep 21"))
                .satisfies(step -> assertThat(step.button().action()).isEqualTo("step.fill"));
        assertThat(due(school, room, BEN, NOW.plus(Duration.ofDays(7)))).isEmpty();
    }

    private static List<NextStep> due(School school, StepRoom room, PersonId person, Instant at) {
        return school.database.read(tx -> room.due(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), at));
    }

    @OnBothDatabases
    void howManyHaveOneIsCounted_membersOnly(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        write(school, room, ADA, STEP);
        write(school, room, COACH, STEP);
        var half = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(half.count()).isEqualTo(50);
        assertThat(half.receipts()).isEmpty();
        var id = write(school, room, BEN, STEP);
        var all = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(all.count()).isEqualTo(100);
        assertThat(all.receipts().toString()).doesNotContain(STEP, "ADA", "BEN");
        school.click(room, BEN, "step.delete", id);
        var less = database.read(tx -> room.counted(tx, SETTINGS, "inquiry", NOW)).getFirst();
        assertThat(less.count()).isEqualTo(50);
    }

    @OnBothDatabases
    void nobodyWritesForAnother(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var form = School.opened(school.type(room, ADA, "step", ""));
        for (var person : List.of(BEN, LEADER, STRANGER)) {
            assertThat(school.send(room, person, form, "when_then", STEP)).isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, LEADER, "step.write", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, LEADER, "step.plan", TEAM.value())).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void withoutAPlacementTheSmallestMoveComesFirst() {
        var practice = GUIDE.practice("inquiry");
        assertThat(Starters.of(practice, Optional.empty()).first()).startsWith("open one lesson");
        assertThat(Starters.of(practice, Optional.of(4)).first()).startsWith("let two or three");
        assertThat(Starters.of(Optional.empty(), Optional.of(2)).prefilled(200)).isEqualTo("When ..., I will ");
    }

    private static StepRoom room(School school) {
        return new StepRoom(school.people, GUIDE, (_, _, _, _) -> Optional.of(2));
    }

    private static String write(School school, StepRoom room, PersonId person, String step) {
        Form form = School.opened(school.click(room, person, "step.write", TEAM.value()));
        School.shown(school.send(room, person, form, "when_then", step));
        return OwnPlans.id(TEAM, "inquiry", person);
    }

    private static List<PersonId> readers(School school, StepRoom room) {
        return List.of(ADA, BEN, COACH, LEADER, STRANGER).stream()
                .filter(person -> school.click(room, person, "step.plan", TEAM.value()).toString().contains(STEP))
                .toList();
    }
}
