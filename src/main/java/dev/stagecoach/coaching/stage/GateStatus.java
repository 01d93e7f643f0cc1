package dev.stagecoach.coaching.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.Counted;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Gate;
import dev.stagecoach.guide.Stage;

/** How a gate stands for one journey. It advises and never locks: a coach may move the team all the same. */
record GateStatus(Gate gate, State state) {

    private static final String UNCOUNTED = "I cannot count this one. When your team has done it, or can do without it, "
            + "a coach can waive it and say why.";

    /** What is met counts as met, whether or not somebody waived it before. */
    sealed interface State {
        /** @param receipts what shows it, for the team to read */
        record Met(List<String> receipts) implements State {}

        record Waived(Waiver waiver) implements State {}

        /**
         * @param click what brings more of the first thing that is missing; its value is the team
         * @param soFar how much of it is there, where that is worth saying
         * @param obstacle what stands in the way, in words; empty where nothing does
         */
        record Open(String click, Optional<SoFar> soFar, String obstacle) implements State {}
    }

    /** So many of so many. A share of the members is not told: leaders read this as well. */
    record SoFar(int there, int needed) {
        static Optional<SoFar> of(Gate.Need need, Counted counted) {
            return need.atLeast() > 1 && !need.fact().percent()
                    ? Optional.of(new SoFar(counted.count(), need.atLeast()))
                    : Optional.empty();
        }
    }

    /** The stage's gates in order. One that needs a fact which nobody counts stays open, and says so. */
    static List<GateStatus> of(Stage stage, List<Counted> counted, List<Waiver> waivers) {
        var facts = counted.stream().collect(Collectors.toMap(Counted::fact, Function.identity(), GateStatus::more));
        var waived = waivers.stream().collect(Collectors.toMap(Waiver::gate, Function.identity()));
        return stage.gates().stream()
                .map(gate -> new GateStatus(gate,
                        state(gate, facts, Optional.ofNullable(waived.get(gate.key())))))
                .toList();
    }

    /** Where two rooms know of a fact, what one of them has counted is there. */
    private static Counted more(Counted one, Counted other) {
        return other.count() > one.count() ? other : one;
    }

    private static State state(Gate gate, Map<Fact, Counted> facts, Optional<Waiver> waiver) {
        var receipts = new ArrayList<String>();
        for (var need : gate.needs()) {
            var counted = facts.getOrDefault(need.fact(), new Counted(need.fact(), 0, List.of(), "", UNCOUNTED));
            if (counted.count() < need.atLeast()) {
                return waiver.<State>map(State.Waived::new)
                        .orElseGet(() -> new State.Open(counted.click(), SoFar.of(need, counted), counted.obstacle()));
            }
            receipts.addAll(counted.receipts());
        }
        return new State.Met(receipts.stream().distinct().toList());
    }

    /** Nothing is left to do for it. */
    boolean passed() {
        return !(state instanceof State.Open);
    }
}
