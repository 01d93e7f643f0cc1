package dev.stagecoach.coaching.whenthen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Command;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.Step;
import dev.stagecoach.coaching.journey.JourneyStore;
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
public final class WhenThenRoom implements Room {
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
    private final Optional<StepDesk> desk;

    /** @param level for the small move that fits the person */
    public WhenThenRoom(Database database, People people, Guide guide, OwnLevel level) {
        this.plans = new OwnPlans(people);
        this.desk = OwnPlans.tool(guide).map(tool -> new StepDesk(database, people, guide, tool, level));
    }

    @Override
    public Feature feature() {
        return desk.map(WhenThenRoom::feature)
                .orElseGet(() -> new Feature("step", List.of(), Map.of(), Map.of(), Map.of()));
    }

    private static Feature feature(StepDesk desk) {
        return new Feature("step",
                List.of(new Command("step", "Writes your own when-then step, in private",
                        Command.Audience.MEMBERS_AND_COACHES, call -> desk.show(call.inTeam(), call.person()))),
                Map.of(WRITE, desk::write, PLAN, desk::page, SHOW,
                        click -> desk.show(new TeamId(click.value()), click.person()), FILL, desk::fill, SHARE,
                        desk::share, KEEP, desk::keep, HISTORY, desk::history, DELETE, desk::delete),
                Map.of(StepDesk.STEP, desk::saveStep, StepDesk.PLAN, desk::savePlan), Map.of());
    }

    @Override
    public List<Step> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return desk.isPresent() && standing.takesPart()
                ? journeys.current(tx, team.id())
                        .map(_ -> new Step(Step.Rank.ANY_TIME, "Look at your own when-then step.",
                                Button.of("My step", SHOW, team.id().value())))
                        .stream().toList()
                : List.of();
    }

    /** Leaders read the receipts too, so they say no number: that all have one is all there is to know. */
    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (desk.isEmpty()) {
            return List.of();
        }
        var rate = plans.rate(tx, team.id(), practice);
        var percent = rate.of() == 0 ? 0 : 100 * rate.count() / rate.of();
        return List.of(new Counted(Fact.WHEN_THEN_PERCENT, percent,
                percent == 100 ? List.of("All members have one.") : List.of(), WRITE));
    }
}
