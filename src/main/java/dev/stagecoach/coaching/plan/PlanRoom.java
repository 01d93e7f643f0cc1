package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.plan.PlanSwitcher.Which;
import dev.stagecoach.coaching.school.SharedBySchool;
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
    private final SharedBySchool shared;
    private final SchoolLines lines;
    private final SidePlans school;
    private final SidePlans leaders;

    public PlanRoom(People people, Guide guide, SharedBySchool shared) {
        this.guide = guide;
        this.shared = shared;
        this.lines = new SchoolLines(people, guide);
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
                        school.kind().write().by(shared.changing((here, _) -> school.write(here))),
                        leaders.kind().write().by((here, _) -> leaders.write(here)),
                        school.saved().by(shared.changing((here, target) -> school.save(here, target,
                                fresh -> changed(here, fresh)))),
                        leaders.saved().by((here, target) -> leaders.save(here, target,
                                _ -> beside(here, leaders)))));
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

    /** The coaches of the school's other teams hear of it. */
    private Card changed(CallContext here, boolean fresh) {
        if (fresh) {
            shared.changed(here, "changed the " + school.tool().map(Tool::name).orElse("school's plan"));
        }
        return beside(here, school);
    }

    private Card beside(CallContext here, SidePlans plans) {
        return plans.tool().map(tool -> new PlanSwitcher(guide).below(page(here, plans, tool), plans.kind().which(),
                here)).orElseGet(() -> team(here));
    }

    private Card page(CallContext here, SidePlans plans, Tool tool) {
        var card = new SidePlanCards(tool, new ToolFacts(guide), here.team().zone()).of(plans, here,
                plans.of(here.tx(), here.teamId()));
        var told = plans == school ? lines.of(here) : List.<Text>of();
        return told.isEmpty() ? card : card.divider().text(Text.bolded("Where the school's teams are")).bullets(told);
    }

    /** Whoever writes a plan looks at it again on the day that it names. */
    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = LocalDate.ofInstant(now, team.zone());
        return Stream.of(school, leaders).filter(plans -> plans.kind().write().access().who().admits(standing))
                .flatMap(plans -> plans.tool().flatMap(tool -> plans.review(tx, team, person, today)
                        .map(day -> new NextStep(NextStep.Rank.OPEN_ANSWER, "The " + tool.name()
                                + " was to be looked at again on " + DateText.day(day, today)
                                + ". Is it still right? Set the next day with it.",
                                plans.kind().write().primary("Look at the " + tool.name(), team.id()))))
                        .stream())
                .toList();
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
        var look = own.or(() -> journeys.current(tx, team.id()).isPresent()
                ? Optional.of(new NextStep(NextStep.Rank.ANY_TIME, "Look at the team's plan.",
                        Ways.PLAN.button("Our plan", team.id())))
                : Optional.empty());
        return Stream.concat(due(tx, team, person, standing, now).stream(), look.stream()).toList();
    }
}
