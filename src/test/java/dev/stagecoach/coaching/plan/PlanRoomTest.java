package dev.stagecoach.coaching.plan;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.School;
import dev.stagecoach.coaching.step.StepRoom;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.GuideFiles;
import dev.stagecoach.guide.ShippedGuide;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Person;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.OnBothDatabases;

import static dev.stagecoach.coaching.School.ADA;
import static dev.stagecoach.coaching.School.BEN;
import static dev.stagecoach.coaching.School.COACH;
import static dev.stagecoach.coaching.School.LEADER;
import static dev.stagecoach.coaching.School.SETTINGS;
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

    /** One for all teams of a school: whoever coaches or leads one of them writes on the same page. */
    @OnBothDatabases
    void theSchoolsPlanIsOneForAllItsTeams(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        var next = new Team(new TeamId("team-2"), new ChannelId("T1", "C2"), "Grade 8", "Juniper Ridge",
                SETTINGS.zone(), SETTINGS.meeting(), 1, SETTINGS.summary(), true);
        var coach = new PersonId("T1", "UNEXT");
        database.change(tx -> {
            school.people.teams().add(tx, next, coach, School.NOW);
            school.people.members().keep(tx, new Person(coach, "NEXT", next.zone(), Person.Kind.FULL, true),
                    School.NOW);
            school.people.members().join(tx, next.id(), coach, Role.COACH, School.NOW);
        });
        write(school, room, COACH, TEAM, "Students ask");
        var waits = School.shown(school.click(room, coach, "plan.school", next.id().value())).toString();
        assertThat(waits).as("a name is only a claim").doesNotContain("Students ask", "Grade 7");
        assertThat(school.click(room, coach, "plan.school.write", next.id().value()))
                .isInstanceOf(Reply.Refused.class);
        var schools = new SchoolStore();
        database.change(tx -> schools.agree(tx, next.id(), schools.of(tx, TEAM).school(), School.NOW));
        assertThat(School.shown(school.click(room, coach, "plan.school", next.id().value())).toString())
                .contains("Students ask", "Grade 7: ", "Inquiry-based", "Grade 8: ", "no practice chosen yet");
        write(school, room, coach, next.id(), "Students ask and answer");
        assertThat(School.shown(school.click(room, ADA, "plan.school", TEAM.value())).toString())
                .contains("Students ask and answer", "UNEXT").doesNotContain("Grade 8");
        var changes = database.read(tx -> schools.changes(tx, schools.of(tx, TEAM).school(), School.NOW,
                School.NOW.plusSeconds(1)));
        assertThat(changes).extracting(SchoolStore.Change::words).containsExactly("changed the School Plan",
                "changed the School Plan");
    }

    private static void write(School school, PlanRoom room, PersonId person, TeamId team, String goal) {
        var form = School.opened(school.click(room, person, "plan.school.write", team.value()));
        assertThat(school.send(room, person, form, "goal", goal, "practice", "inquiry", "time", "Fridays", "review",
                "2026-09-21")).isInstanceOf(Reply.ToYou.class);
    }

    @OnBothDatabases
    void plansComeUpOnTheDayThatTheyName(Database database) {
        var school = new School(database).takesUp(GUIDE, "inquiry");
        var room = room(school);
        write(school, room, COACH, TEAM, "Students ask");
        var own = School.opened(school.click(room, LEADER, "plan.leader.write", TEAM.value()));
        school.send(room, LEADER, own, "own_goal", "I cover", "visits", "4", "review", "2026-09-22", "first_visit",
                "2026-09-17", "coach", COACH.toString());
        assertThat(due(school, room, COACH, 6)).isEmpty();
        assertThat(due(school, room, COACH, 7)).singleElement().asString().contains("Mon, Sep 21",
                "plan.school.write");
        assertThat(due(school, room, LEADER, 7)).hasSize(1);
        assertThat(due(school, room, LEADER, 8)).hasSize(2);
        assertThat(due(school, room, ADA, 8)).isEmpty();
    }

    private static List<NextStep> due(School school, PlanRoom room, PersonId person, int days) {
        return school.database.read(tx -> room.due(tx, SETTINGS, person,
                school.people.members().standing(tx, TEAM, person), School.NOW.plus(Duration.ofDays(days))));
    }

    @OnBothDatabases
    void aGuideThatPlansNothingHasNoPlan(Database database) {
        var guide = GuideFiles.load(Optional.of(Path.of("config/guide-team-health")));
        var school = new School(database);
        var room = new PlanRoom(school.people, guide, school.shared);
        assertThat(school.feature(room).commands()).isEmpty();
        assertThat(school.feature(new ArcRoom(database, school.people, guide, school.outbox)).clicks()).isEmpty();
    }

    private static PlanRoom room(School school) {
        return new PlanRoom(school.people, GUIDE, school.shared);
    }
}
