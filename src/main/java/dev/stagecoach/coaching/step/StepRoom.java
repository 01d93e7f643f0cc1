package dev.stagecoach.coaching.step;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.NextStep;
import dev.stagecoach.coaching.OwnItem;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.JourneyStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Everybody's own when-then step and the plan around it. Others learn how many have one, never who, never what. */
public final class StepRoom implements Room {
    private static final Access OPENS = Access.reads(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Access WRITES = Access.writes(Who.MEMBERS_AND_COACHES).withPractice();
    private static final Carried<String> STEP = Carried.thing(OwnPlans.STORE::team);
    /** Opens the step's form. */
    public static final Action<TeamId> WRITE = Action.click("step.write", Carried.team(), OPENS);
    /** Shows one's own plan with what others have shared. */
    public static final Action<TeamId> PLAN = Action.click("step.plan", Carried.team(), OPENS);
    /** Shows one's own step, or begins it. */
    public static final Action<TeamId> SHOW = Action.click("step.show", Carried.team(), OPENS);
    static final Action<TeamId> FILL = Action.click("step.fill", Carried.team(), OPENS);
    static final Action<String> SHARE = own("step.share", Access.writes(Who.ANYONE));
    static final Action<String> KEEP = own("step.keep", Access.writes(Who.ANYONE));
    static final Action<String> HISTORY = own("step.history", Access.writes(Who.ANYONE));
    static final Action<String> DELETE = own("step.delete", Access.writes(Who.ANYONE).deleting());
    /** The step alone: two lines, in under a minute. */
    static final Action<Target> SAVE = written("step.save");
    /** The whole plan. */
    static final Action<Target> WHOLE = written("step.whole");

    private final JourneyStore journeys = new JourneyStore();
    private final OwnPlans plans;
    private final Optional<StepActions> actions;

    /** Also for somebody who has left the team: it is the author's own. */
    private static Action<String> own(String id, Access access) {
        return Action.click(id, STEP, access).onlyFor("its author",
                (here, step) -> OwnPlans.STORE.isBy(here.tx(), step, here.person()));
    }

    private static Action<Target> written(String id) {
        return Action.form(id, Target.CARRIED, WRITES).onlyFor("its author", (here, target) -> target.id()
                .equals(OwnPlans.id(target.team(), target.practice(), here.person())));
    }

    /** @param level for the small move that fits the person */
    public StepRoom(People people, Guide guide, OwnLevel level) {
        this.plans = new OwnPlans(people);
        this.actions = OwnPlans.tool(guide).map(tool -> new StepActions(people, guide, tool, level));
    }

    @Override
    public Feature feature() {
        return actions.map(StepRoom::feature).orElse(Feature.NONE);
    }

    private static Feature feature(StepActions actions) {
        return new Feature("step",
                List.of(new Action.Typed("step", "writes your own when-then step, in private",
                        SHOW.by((here, _) -> actions.show(here)))),
                List.of(WRITE.by((here, _) -> actions.write(here)), PLAN.by((here, _) -> actions.page(here)),
                        SHOW.by((here, _) -> actions.show(here)), FILL.by((here, _) -> actions.fill(here)),
                        SHARE.by((here, id) -> actions.shared(here, id, Optional.of(here.now()))),
                        KEEP.by((here, id) -> actions.shared(here, id, Optional.empty())), HISTORY.by(actions::history),
                        DELETE.by(actions::delete), SAVE.by(actions::saveStep), WHOLE.by(actions::savePlan)));
    }

    @Override
    public List<OwnItem> own(Transaction tx, Team team, PersonId person) {
        return plans.written(tx, team, person);
    }

    @Override
    public List<NextStep> steps(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        return actions.isPresent() && standing.takesPart()
                ? Stream.concat(due(tx, team, person, standing, now).stream(), journeys.current(tx, team.id())
                        .map(_ -> new NextStep(NextStep.Rank.ANY_TIME, "Look at your own when-then step.",
                                SHOW.button("My step", team.id())))
                        .stream()).toList()
                : List.of();
    }

    /** Whoever wrote a plan looks at it again on the day that it names. */
    @Override
    public List<NextStep> due(Transaction tx, Team team, PersonId person, Standing standing, Instant now) {
        var today = LocalDate.ofInstant(now, team.zone());
        return actions.isPresent() && standing.takesPart()
                ? journeys.current(tx, team.id())
                        .flatMap(journey -> plans.own(tx, team.id(), journey.practice(), person))
                        .flatMap(own -> own.filled().dueAgain(OwnPlan.REVIEW, today, team.zone()))
                        .map(day -> new NextStep(NextStep.Rank.OPEN_ANSWER, "You wanted to look at your plan again on "
                                + DateText.day(day, today) + ". Is it still right? Set the next day with it.",
                                FILL.primary("Look at my plan", team.id())))
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
                percent == 100 ? List.of("All members have one.") : List.of(), WRITE.id()));
    }
}
