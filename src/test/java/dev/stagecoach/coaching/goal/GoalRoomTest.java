package dev.stagecoach.coaching.goal;

import java.util.List;

import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.leader.LeaderRoom;
import dev.stagecoach.coaching.plan.MeasureRoom;
import dev.stagecoach.coaching.plan.PlanRoom;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.stage.StageRoom;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class GoalRoomTest {

    @OnBothDatabases
    void aTeamChoosesAPracticeAndWritesItsGoal(Database database) {
        var school = new School(database);
        var room = room(school);
        var page1 = choose(school, room, ADA);
        var page2 = School.opened(school.send(room, ADA, page1, "sentence", "Students will <!channel> ask", "baseline",
                "4 of 12"));
        assertThat(page2.id()).isEqualTo(MeansForm.SAVE.id());
        var saved = School.shown(school.send(room, ADA, page2, "why", "It matters"));
        assertThat(saved.toString()).contains("a target day").doesNotContain("a number in the baseline");
        assertThat(school.composed(room)).hasSize(2).last().asString().contains("Students will <!channel> ask",
                "It matters", "They ask little");
        var goal = database.read(tx -> new GoalStore().current(tx, TEAM)).orElseThrow();
        assertThat(goal.version()).isEqualTo(2);
        assertThat(School.shown(school.type(room, LEADER, "goal", "")).toString()).contains("4 of 12");
        assertThat(School.shown(school.click(room, BEN, "goal.history", goal.id())).toString()).contains("It matters");
        var journey = database.read(tx -> new JourneyStore().current(tx, TEAM)).orElseThrow();
        assertThat(journey.stage()).isEqualTo("explore");
    }

    @OnBothDatabases
    void measureCollectorAndRhythmAreFieldsOfTheirOwn_andTheLadderHasWords(Database database) {
        var school = new School(database);
        var room = new GoalRoom(database, school.people, ShippedGuide.GUIDE, school.journeys);
        var goal = publish(school, room);
        var page2 = page2(school, room, goal);
        assertThat(School.mended(school.send(room, ADA, page2, "collector", STRANGER.toString(), "rhythm", "daily")))
                .containsExactly("collector", "rhythm");
        var saved = School.shown(school.send(room, ADA, page2, "measure", "Turns that follow a student", "collector",
                BEN.toString(), "rhythm", "week"));
        assertThat(saved.toString()).doesNotContain("what you measure", "who collects it", "how often");
        var ladder = School.opened(school.click(room, BEN, "goal.ladder", School.value(saved, "goal.ladder")));
        assertThat(School.mended(school.send(room, BEN, ladder, "rung-2", "x".repeat(10_000))))
                .containsExactly("rung-2");
        assertThat(School.opened(school.send(room, BEN, ladder, "rung0", "Ada speaks up twice")).toString())
                .contains("looks like a name");
        school.send(room, BEN, ladder, "rung-2", "Fewer turns than in fall", "rung-1", "4 of 12", "rung0", "9 of 12",
                "rung1", "All groups", "rung2", "They run it alone");
        for (var person : List.of(COACH, LEADER)) {
            assertThat(School.shown(school.type(room, person, "goal", "")).toString()).contains(
                    "Turns that follow a student", "UBEN", "Every week", "Ladder -2, worse than at the start",
                    "Fewer turns than in fall", "All groups", "They run it alone");
        }
        assertThat(School.shown(school.click(room, COACH, "goal.history", goal)).toString())
                .contains("Who collects it", "UBEN", "every week", "Ladder +2");
        var room2 = new MeasureRoom(database, school.people, ShippedGuide.GUIDE);
        assertThat(database.read(tx -> room2.counted(tx, School.SETTINGS, "inquiry", School.NOW)).getFirst())
                .satisfies(fact -> assertThat(fact.count()).isOne())
                .satisfies(fact -> assertThat(fact.receipts()).containsExactly(
                        "Turns that follow a student BEN, every week."));
        var picked = School.opened(school.click(room2, ADA, "measure.use", TEAM + " 0")).toString();
        assertThat(picked).contains("Turns that follow a student", "UBEN", "initial=Optional[week]");
        school.send(room, ADA, page2(school, room, goal), "measure", "Turns that follow a student", "rhythm", "week");
        assertThat(database.read(tx -> room2.counted(tx, School.SETTINGS, "inquiry", School.NOW)).getFirst().count())
                .isZero();
    }

    @OnBothDatabases
    void aLeadersSharedPromiseIsLinked_andGoesWhereTheLeaderTakesItBack(Database database) {
        var school = new School(database);
        var room = new GoalRoom(database, school.people, ShippedGuide.GUIDE, school.journeys);
        var leaders = new LeaderRoom(database, school.people, ShippedGuide.GUIDE, school.outbox);
        var goal = publish(school, room);
        assertThat(page2(school, room, goal).toString()).doesNotContain("A leader's promise");
        var shown = promise(school, leaders, "I cover two visits", "show");
        var kept = promise(school, leaders, "I call the district", "keep");
        var page2 = page2(school, room, goal);
        assertThat(page2.toString()).contains("I cover two visits", "LEADER").doesNotContain("I call the district");
        assertThat(School.mended(school.send(room, ADA, page2, "promise", kept))).containsExactly("promise");
        school.send(room, ADA, page2, "promise", shown);
        assertThat(School.shown(school.type(room, BEN, "goal", "")).toString()).contains("I cover two visits");
        var plan = new PlanRoom(school.people, ShippedGuide.GUIDE, school.shared);
        assertThat(School.shown(school.type(plan, BEN, "plan", "")).toString()).contains("I cover two visits");
        assertThat(school.composed(room).toString()).doesNotContain("I cover two visits");
        school.click(leaders, LEADER, "leader.keep", shown);
        assertThat(School.shown(school.type(room, BEN, "goal", "")).toString()).contains("Kept: ",
                "I cover two visits");
        school.click(leaders, LEADER, "leader.hide", shown);
        assertThat(School.shown(school.type(room, BEN, "goal", "")).toString()).doesNotContain("I cover two visits");
        assertThat(School.shown(school.type(plan, BEN, "plan", "")).toString()).doesNotContain("I cover two visits");
    }

    private static String promise(School school, LeaderRoom leaders, String what, String share) {
        var form = School.opened(school.click(leaders, LEADER, "leader.goal", TEAM.value()));
        school.send(leaders, LEADER, form, "practice", "inquiry", "commitment", what, "makes_easier", "x", "check",
                "y", "by", "2026-10-01", "share", share);
        return form.context().split(" ")[2];
    }

    private static String publish(School school, GoalRoom room) {
        var page2 = School.opened(school.send(room, ADA, choose(school, room, ADA), "sentence", "Students will ask"));
        school.send(room, ADA, page2, "why", "It matters");
        Goal goal = school.database.read(tx -> new GoalStore().current(tx, TEAM)).orElseThrow();
        return goal.id();
    }

    private static Form page2(School school, GoalRoom room, String goal) {
        var page1 = School.opened(school.click(room, ADA, "goal.edit", goal));
        return School.opened(school.send(room, ADA, page1, "sentence", "Students will ask"));
    }

    @OnBothDatabases
    void theSecondOfTwoWritersIsToldAndASecondClickIsHarmless(Database database) {
        var school = new School(database);
        var room = room(school);
        var page1 = choose(school, room, ADA);
        var first = school.send(room, ADA, page1, "sentence", "Students will ask");
        assertThat(school.send(room, ADA, page1, "sentence", "Students will ask")).isEqualTo(first);
        var second = school.send(room, BEN, page1, "sentence", "Students will answer");
        assertThat(School.mended(second)).containsExactly("sentence");
        assertThat(second.toString()).contains("ADA");
        var goal = database.read(tx -> new GoalStore().current(tx, TEAM)).orElseThrow();
        assertThat(goal.version()).isEqualTo(1);
        assertThat(goal.canvas().aim().sentence()).isEqualTo("Students will ask");
    }

    @OnBothDatabases
    void badInputIsMendedFieldByField(Database database) {
        var school = new School(database);
        var room = room(school);
        var choice = School.opened(school.click(room, COACH, "goal.choose", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, choice))).containsExactly("practice", "reason");
        assertThat(School.mended(school.send(room, COACH, choice, "practice", "drop table", "reason",
                "x".repeat(10_000)))).containsExactly("practice", "reason");
        var page1 = choose(school, room, COACH);
        var huge = "x".repeat(10_000);
        assertThat(School.mended(school.send(room, COACH, page1, "sentence", huge, "reach", "moon", "side", "x",
                "baseline", huge, "baseline_on", "soon", "baseline_source", huge, "target", huge, "target_on", "x")))
                .containsExactly("baseline", "baseline_on", "baseline_source", "reach", "sentence", "side", "target",
                        "target_on");
        assertThat(School.mended(school.send(room, COACH, page1, "sentence", "Students will")))
                .containsExactly("sentence");
        assertThat(School.mended(school.send(room, COACH, page1, "sentence", "Students will ask", "baseline_on",
                "2026-09-15", "target_on", "2026-09-15"))).containsExactly("baseline_on", "target_on");
        var page2 = School.opened(school.send(room, COACH, page1, "sentence", "Students will ask\0 مرحبا 🎉"));
        assertThat(School.mended(school.send(room, COACH, page2, "measure", huge, "support", huge)))
                .containsExactly("measure", "support");
        assertThat(school.composed(room)).hasSize(1).first().asString().doesNotContain("Students will ask");
    }

    @OnBothDatabases
    void leadersAndStrangersDoNotWrite(Database database) {
        var school = new School(database);
        var room = room(school);
        var page1 = choose(school, room, ADA);
        var goal = database.read(tx -> new GoalStore().current(tx, TEAM)).orElseThrow();
        for (var person : new PersonId[]{LEADER, STRANGER}) {
            assertThat(school.click(room, person, "goal.choose", TEAM.value())).isInstanceOf(Reply.Refused.class);
            assertThat(school.click(room, person, "goal.edit", goal.id())).isInstanceOf(Reply.Refused.class);
            assertThat(school.send(room, person, page1, "sentence", "Students will ask"))
                    .isInstanceOf(Reply.Refused.class);
        }
        assertThat(school.click(room, STRANGER, "goal.history", goal.id())).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.type(room, LEADER, "goal", "")).toString()).doesNotContain("Buttons");
    }

    @OnBothDatabases
    void theCoachProposesToMoveTheTeamOnAndBackWithAReason(Database database) {
        var school = new School(database);
        choose(school, room(school), ADA);
        var room = new StageRoom(database, school.people, School.guide(), school.journeys,
                (_, _, _, _) -> List.of());
        assertThat(school.click(room, LEADER, "journey.move", TEAM.value())).isInstanceOf(Reply.Refused.class);
        var form = School.opened(school.click(room, COACH, "journey.move", TEAM.value()));
        assertThat(School.mended(school.send(room, COACH, form, "stage", "explore")))
                .containsExactly("reason", "stage");
        var asked = school.send(room, COACH, form, "stage", "plan", "reason", "Ready");
        assertThat(school.send(room, COACH, form, "stage", "plan", "reason", "Ready")).isEqualTo(asked);
        second(school, room, asked);
        var back = School.opened(school.click(room, COACH, "journey.move", TEAM.value()));
        second(school, room, school.send(room, COACH, back, "stage", "explore", "reason", "Not yet"));
        var history = database.read(tx -> new JourneyStore().history(tx, TEAM));
        assertThat(history).hasSize(3);
        assertThat(school.composed(room)).hasSize(5).anyMatch(one -> one.toString().contains("Ready"));
        assertThat(School.shown(school.type(room, LEADER, "stage", "")).toString()).contains("Explore", "Not yet");
    }

    private static void second(School school, StageRoom room, Reply asked) {
        school.click(room, BEN, "journey.countersign", School.value(School.shown(asked), "journey.take_back"));
    }

    private static GoalRoom room(School school) {
        return new GoalRoom(school.database, school.people, School.guide(), school.journeys);
    }

    private static Form choose(School school, GoalRoom room, PersonId person) {
        school.choosesPractice(room, "inquiry", "They ask little");
        return school.unfolded(room, person, School.opened(school.click(room, person, "goal.write", TEAM.value())));
    }
}
