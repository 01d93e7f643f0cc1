package dev.stagecoach.coaching.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.Role;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.STRANGER;
import static dev.stagecoach.coaching.School.TEAM;
import static org.assertj.core.api.Assertions.assertThat;

class PlanRoomTest {
    private static final Guide GUIDE = ShippedGuide.GUIDE;

    @OnBothDatabases
    void whatIsMissingIsALineWithItsButton(Database database) {
        var school = new School(database);
        var room = room(school);
        assertThat(School.shown(school.type(room, ADA, "plan", "")).toString()).contains("goal.choose", "School Plan");
        school.takesUp(GUIDE, "inquiry");
        var page = School.shown(school.type(room, ADA, "plan", "")).toString();
        assertThat(page).contains("goal.write", "arc.add", "measure.pick", "agreement.choose", "step.write",
                "School Plan", "Leader Plan", "My plan");
        var toLeader = School.shown(school.type(room, LEADER, "plan", "")).toString();
        assertThat(toLeader).contains("not picked yet", "School Plan").doesNotContain("goal.write", "arc.add",
                "step.write", "My plan");
    }

    @OnBothDatabases
    void howManyHaveAStepIsToldAndNotWho_toLeadersRoughly(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var steps = new StepRoom(school.people, GUIDE, (_, _, _, _) -> Optional.empty());
        school.send(steps, ADA, School.opened(school.type(steps, ADA, "step", "")), "when_then", "When it rings");
        var arc = new ArcRoom(database, school.people, GUIDE, school.outbox);
        school.send(arc, COACH, School.opened(school.click(arc, COACH, "arc.add", TEAM.value())), "on", "2026-09-30",
                "owner", BEN.toString(), "purpose", "See it", "task", "Try it");
        assertThat(School.shown(school.type(room, BEN, "plan", "")).toString())
                .contains("1 of 2 of the members", "Wed, Sep 30: See it").doesNotContain("When it rings", "UADA");
        assertThat(School.shown(school.type(room, LEADER, "plan", "")).toString()).contains("about half")
                .doesNotContain("1 of 2", "When it rings", "UADA");
    }

    @OnBothDatabases
    void theSchoolsPlanIsWrittenByCoachesAndLeaders_aLeadersPlanByThatLeader(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        assertThat(school.click(room, ADA, "plan.school.write", TEAM.value())).isInstanceOf(Reply.Refused.class);
        assertThat(school.click(room, COACH, "plan.leader.write", TEAM.value())).isInstanceOf(Reply.Refused.class);
        var form = School.opened(school.click(room, LEADER, "plan.school.write", TEAM.value()));
        assertThat(School.mended(school.send(room, LEADER, form, "goal", "x".repeat(500)))).contains("goal", "time");
        school.send(room, LEADER, form, "goal", "Students ask", "practice", "inquiry", "time", "Fridays, covered",
                "review", "2026-12-01");
        assertThat(school.send(room, ADA, form, "goal", "Mine")).isInstanceOf(Reply.Refused.class);
        assertThat(School.mended(school.send(room, COACH, form, "goal", "Other", "practice", "inquiry", "time", "None",
                "review", "2026-12-01"))).containsExactly("goal");
        assertThat(School.shown(school.click(room, ADA, "plan.school", TEAM.value())).toString())
                .contains("Fridays, covered", "Students ask").doesNotContain("plan.school.write");

        var own = School.opened(school.click(room, LEADER, "plan.leader.write", TEAM.value()));
        school.send(room, LEADER, own, "own_goal", "I cover twice a week", "visits", "4", "review", "2026-12-01");
        assertThat(school.send(room, COACH, own, "own_goal", "x")).isInstanceOf(Reply.Refused.class);
        assertThat(School.shown(school.click(room, ADA, "plan.leader", TEAM.value())).toString())
                .contains("I cover twice a week");
        // Another leader's form, forged from this one's.
        database.change(tx -> school.people.members().join(tx, TEAM, COACH, Role.LEADER, School.NOW));
        assertThat(school.send(room, COACH, own, "own_goal", "x")).isInstanceOf(Reply.Refused.class);
        for (var page : List.of("plan.open", "plan.school", "plan.leader")) {
            assertThat(school.click(room, STRANGER, page, TEAM.value())).isInstanceOf(Reply.Refused.class);
        }
    }

    @OnBothDatabases
    void aGuideThatPlansNothingHasNoPlan(Database database) {
        var guide = GuideFiles.load(Optional.of(Path.of("config/guide-team-health")));
        var school = new School(database);
        var room = new PlanRoom(school.people, guide);
        assertThat(school.feature(room).commands()).isEmpty();
        assertThat(school.feature(new ArcRoom(database, school.people, guide, school.outbox)).clicks()).isEmpty();
    }

    private static PlanRoom room(School school) {
        return new PlanRoom(school.people, GUIDE);
    }
}
