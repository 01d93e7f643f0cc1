package dev.stagecoach.coaching.plan;

import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.leader.SharedPromises;
import dev.stagecoach.coaching.slot.Slots;
import dev.stagecoach.coaching.step.OwnPlans;
import dev.stagecoach.people.People;

/** Gathers a team's plan from the rooms that its parts belong to. */
final class PlanReader {
    private final GoalStore goals = new GoalStore();
    private final Sessions sessions;
    private final Measures measures;
    private final Agreements agreements;
    private final SharedPromises promises;
    private final OwnPlans plans;
    private final Slots slots;

    PlanReader(People people) {
        this.sessions = new Sessions(people.gate());
        this.measures = new Measures(people.gate());
        this.agreements = new Agreements(people.gate());
        this.promises = new SharedPromises(people);
        this.plans = new OwnPlans(people);
        this.slots = new Slots(people.gate());
    }

    TeamPlan of(CallContext here) {
        var tx = here.tx();
        var team = here.teamId();
        var practice = here.chosenPractice();
        var canvas = goals.with(tx, team, practice).filter(goal -> goal.published().isPresent())
                .map(goal -> goal.canvas());
        var measure = measures.current(tx, team, practice);
        return new TeamPlan(canvas, sessions.of(tx, team, practice), measure,
                measure.map(one -> measures.series(tx, one, here.person())).orElse(List.of()),
                agreements.of(tx, team, practice), plans.rate(tx, team, practice),
                slots.of(tx, team, practice),
                canvas.flatMap(one -> promises.find(tx, team, here.standing().view(), one.means().promise()))
                        .map(one -> one.line(here.today())));
    }
}
