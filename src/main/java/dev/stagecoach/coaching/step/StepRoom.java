package dev.stagecoach.coaching.step;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** Everybody's own when-then step and the plan around it. Others learn how many have one, never who, never what. */
public final class StepRoom implements Room {
    /** The click that opens the step's form; its value is the team. */
    public static final String WRITE = "step.write";
    /** The click that shows one's own plan with what others have shared; its value is the team. */
    public static final String PLAN = "step.plan";
    /** The click that shows one's own step, or begins it; its value is the team. */
    public static final String SHOW = "step.show";
    static final String FILL = "step.fill";
    static final String SHARE = "step.share";
    static final String KEEP = "step.keep";
    static final String HISTORY = "step.history";
    static final String DELETE = "step.delete";

    private final JourneyStore journeys = new JourneyStore();
    private final OwnPlans plans;
    private final Optional<StepActions> actions;

    /** @param level for the small move that fits the person */
    public StepRoom(Database database, People people, Guide guide, OwnLevel level) {
        this.plans = new OwnPlans(people);
        this.actions = OwnPlans.tool(guide).map(tool -> new StepActions(database, people, guide, tool, level));
    }

    @Override
    public Feature feature() {
        return actions.map(StepRoom::feature)
                .orElseGet(() -> new Feature("step", List.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Feature feature(StepActions actions) {
        return new Feature("step",
                List.of(new Command("step", "Writes your own when-then step, in private",
                        Access.Who.MEMBERS_AND_COACHES, call -> actions.show(call.inTeam(), call.person()))),
                Map.of(WRITE, actions::write, PLAN, actions::page, SHOW,
                        click -> actions.show(new TeamId(click.value()), click.person()), FILL, actions::fill, SHARE,
                        actions::share, KEEP, actions::keep, HISTORY, actions::history, DELETE, actions::delete),
                Map.of(StepActions.STEP, actions::saveStep, StepActions.PLAN, actions::savePlan), Map.of());
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return actions.isPresent() && standing.takesPart()
                ? journeys.current(tx, team.id())
                        .map(_ -> new NextStep(NextStep.Rank.ANY_TIME, "Look at your own when-then step.",
                                Button.of("My step", SHOW, team.id().value())))
                        .stream().toList()
                : List.of();
    }

    /** Leaders read the receipts too, so they say no number: that all have one is all there is to know. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (actions.isEmpty()) {
            return List.of();
        }
        var rate = plans.rate(tx, team.id(), practice);
        var percent = rate.of() == 0 ? 0 : 100 * rate.count() / rate.of();
        return List.of(new Counted(Fact.WHEN_THEN_PERCENT, percent,
                percent == 100 ? List.of("All members have one.") : List.of(), WRITE));
    }
}
