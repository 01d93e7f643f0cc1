package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.plan.PlanSwitcher.Which;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** The plan on one page, and a switch to the plans of the school, its leaders and oneself. */
public final class PlanRoom implements Room {
    static final Action<TeamId> SCHOOL = Action.click("plan.school", Carried.team(), Access.reads(Who.TEAM));
    static final Action<TeamId> LEADER = Action.click("plan.leader", Carried.team(), Access.reads(Who.TEAM));
    static final String SCHOOL_TOOL = "school_plan";
    static final String LEADER_TOOL = "leader_plan";

    private static final String NONE_CHOSEN = "Your team has not chosen the practice it wants to work on yet. That comes"
            + " first.";
    private final JourneyStore journeys = new JourneyStore();
    private final Guide guide;
    private final PlanReader reading;
    private final SidePlans school;
    private final SidePlans leaders;

    public PlanRoom(People people, Guide guide) {
        this.guide = guide;
        this.reading = new PlanReader(people);
        this.school = new SidePlans(people, guide, SidePlans.Kind.SCHOOL);
        this.leaders = new SidePlans(people, guide, SidePlans.Kind.LEADER);
    }

    @Override
    public Feature feature() {
        if (!inSight()) {
            return Feature.NONE;
        }
        return new Feature("plan",
                List.of(new Action.Typed("plan", "shows the team's plan on one page",
                        Ways.PLAN.by((here, _) -> new Reply.ToYou(team(here))))),
                List.of(Ways.PLAN.by((here, _) -> new Reply.Replace(team(here))),
                        SCHOOL.by((here, _) -> new Reply.Replace(beside(here, school))),
                        LEADER.by((here, _) -> new Reply.Replace(beside(here, leaders))),
                        school.kind().write().by((here, _) -> school.write(here)),
                        leaders.kind().write().by((here, _) -> leaders.write(here)),
                        school.saved().by((here, target) -> school.save(here, target, () -> beside(here, school))),
                        leaders.saved().by((here, target) -> leaders.save(here, target, () -> beside(here, leaders)))));
    }

    /** A guide that plans nothing has no plan to show. */
    private boolean inSight() {
        return List.of(Sessions.tool(guide), Measures.tool(guide), Agreements.tool(guide), OwnPlans.tool(guide),
                school.tool(), leaders.tool()).stream().anyMatch(Optional::isPresent);
    }

    /** Before a practice is chosen, the plans beside the team's are there all the same. */
    private Card team(CallContext here) {
        var card = here.practice().map(_ -> new TeamPlanCard(guide, here).of(reading.of(here)))
                .orElseGet(() -> here.mayWrite()
                        ? Card.saying(NONE_CHOSEN)
                                .buttons(Ways.CHOOSE_PRACTICE.primary("Choose the practice", here.teamId()))
                        : Card.saying(NONE_CHOSEN));
        return new PlanSwitcher(guide).below(card, Which.TEAM, here);
    }

    private Card beside(CallContext here, SidePlans plans) {
        return plans.tool().map(tool -> new PlanSwitcher(guide).below(
                new SidePlanCards(tool, new ToolFacts(guide), here.team().zone()).of(plans, here,
                        plans.of(here.tx(), here.teamId())),
                plans.kind().which(), here)).orElseGet(() -> team(here));
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        if (!inSight()) {
            return List.of();
        }
        var own = leaders.tool().map(Tool::name)
                .filter(_ -> standing.isLeader() && leaders.of(tx, team.id(), person).isEmpty())
                .map(name -> new NextStep(NextStep.Rank.ANY_TIME, "Write your own plan.",
                        LEADER.button(name, team.id())));
        return own.or(() -> journeys.current(tx, team.id()).isPresent()
                ? Optional.of(new NextStep(NextStep.Rank.ANY_TIME, "Look at the team's plan.",
                        Ways.PLAN.button("Our plan", team.id())))
                : Optional.empty()).stream().toList();
    }
}
