package dev.stagecoach.coaching.stage;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.people.Team;

/**
 * All that is shown of a journey in its present stage.
 *
 * @param inFocus whether the team works on it now
 * @param gates in the guide's order
 * @param mine the open gates whose button the reader may press; none for who only looks on
 * @param waiting a proposal that no coach has answered
 * @param others the team's other journeys
 */
record StagePage(Team team, Journey journey, boolean inFocus, List<GateStatus> gates, List<GateStatus> mine,
        Optional<Proposal> waiting, History history, List<Journey> others) {
    StagePage {
        gates = List.copyOf(gates);
        mine = List.copyOf(mine);
        others = List.copyOf(others);
    }

    boolean anyOpen() {
        return gates.stream().anyMatch(gate -> !gate.passed());
    }
}
