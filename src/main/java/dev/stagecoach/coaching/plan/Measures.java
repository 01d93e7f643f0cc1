package dev.stagecoach.coaching.plan;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.goal.Canvas;
import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Teams' measures and what was counted. That there is a measure is part of the plan; the counts are evidence. */
public final class Measures {
    static final String TOOL = "measure";

    static final FilledStore STORE = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private static final GoalStore GOALS = new GoalStore();
    private final DataPointStore points = new DataPointStore();
    private final PrivacyGate gate;

    public Measures(PrivacyGate gate) {
        this.gate = gate;
    }

    /** The guide's form; empty where the guide has none that asks for enough. */
    public static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(Measure.NEEDS));
    }

    /** The one that the team picked last for a practice. */
    public Optional<Measure> current(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, STORE.of(tx, team, practice)).stream().map(Measure::of).findFirst();
    }

    /** What the goal for a practice says that is measured, once the team has seen it. */
    static Optional<Canvas.Measure> inGoal(Transaction tx, TeamId team, String practice) {
        return GOALS.with(tx, team, practice).filter(goal -> goal.published().isPresent())
                .map(goal -> goal.canvas().means().measure()).filter(measure -> !measure.what().isEmpty());
    }

    Optional<Measure> find(Transaction tx, String id) {
        return gate.openTo(View.TEAM, STORE.find(tx, id).stream().toList()).stream().map(Measure::of).findFirst();
    }

    /** What was counted, oldest first, as far as the viewer may see it. */
    public List<DataPoint> series(Transaction tx, Measure measure, PersonId viewer) {
        return gate.openAll(tx, viewer, points.of(tx, measure));
    }

    List<DataPoint> seriesTo(Transaction tx, Measure measure, View view) {
        return gate.openTo(view, points.of(tx, measure));
    }

    DataPointStore points() {
        return points;
    }
}
