package dev.stagecoach.coaching.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.goal.GoalStore;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Practice;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Teams' baselines. Entries are evidence: the team sees them, leaders see their own and what the team shows them. */
final class Baselines {
    private static final String TOOL = "baseline";

    static final FilledStore STORE = new FilledStore(TOOL, DataKind.EVIDENCE);
    private static final GoalStore GOALS = new GoalStore();
    private final PrivacyGate gate;

    Baselines(PrivacyGate gate) {
        this.gate = gate;
    }

    /** The guide's form; empty where the guide has none that asks for enough. */
    static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(Observation.NEEDS));
    }

    /** As far as the person may see it. */
    Baseline of(Transaction tx, TeamId team, String practice, PersonId person) {
        return baseline(gate.openAll(tx, person, STORE.of(tx, team, practice)));
    }

    /** As far as all who look from there may see it. */
    Baseline of(Transaction tx, TeamId team, String practice, View view) {
        return baseline(gate.openTo(view, STORE.of(tx, team, practice)));
    }

    /** Every practice that has entries which the person may see, in the guide's order. */
    Map<Practice, Baseline> all(Transaction tx, Guide guide, TeamId team, PersonId person) {
        return byPractice(guide, gate.openAll(tx, person, STORE.of(tx, team)));
    }

    /** Every practice that has entries which all who look from there may see, in the guide's order. */
    Map<Practice, Baseline> all(Transaction tx, Guide guide, TeamId team, View view) {
        return byPractice(guide, gate.openTo(view, STORE.of(tx, team)));
    }

    /** Where the goal for a practice says that students were, as the team has shown it; empty where it says nothing. */
    static Optional<String> ofGoal(Transaction tx, TeamId team, String practice) {
        return GOALS.with(tx, team, practice).filter(goal -> goal.published().isPresent())
                .map(goal -> goal.canvas().aim().baseline().words("on")).filter(words -> !words.isEmpty());
    }

    private static Map<Practice, Baseline> byPractice(Guide guide, List<Filled> filled) {
        var all = new LinkedHashMap<Practice, Baseline>();
        for (var practice : guide.practices()) {
            var own = filled.stream().filter(one -> one.practice().equals(practice.key())).toList();
            if (!own.isEmpty()) {
                all.put(practice, baseline(own));
            }
        }
        return all;
    }

    Optional<Observation> find(Transaction tx, String id, PersonId person) {
        return STORE.find(tx, id).flatMap(closed -> gate.open(tx, person, closed)).map(Observation::new);
    }

    private static Baseline baseline(List<Filled> filled) {
        return new Baseline(filled.stream().map(Observation::new).toList());
    }
}
