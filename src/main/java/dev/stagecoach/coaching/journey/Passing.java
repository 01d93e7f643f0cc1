package dev.stagecoach.coaching.journey;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.Counted;
import dev.stagecoach.guide.Gate;
import dev.stagecoach.guide.Stage;

/** How a gate stands for one journey. It advises and never locks: a coach may move the team all the same. */
record Passing(Gate gate, State state) {

    /** What is met counts as met, whether or not somebody waived it before. */
    sealed interface State {
        /** @param receipts what shows it, for the team to read */
        record Met(List<String> receipts) implements State {}

        record Waived(Waiver waiver) implements State {}

        /** @param click what brings more of the first thing that is missing; its value is the team */
        record Open(String click) implements State {}
    }

    /** The stage's gates in order. One that needs a fact which nobody counts cannot be judged and is left out. */
    static List<Passing> of(Stage stage, List<Counted> counted, List<Waiver> waivers) {
        var facts = counted.stream().collect(Collectors.toMap(Counted::fact, Function.identity()));
        var waived = waivers.stream().collect(Collectors.toMap(Waiver::gate, Function.identity()));
        return stage.gates().stream()
                .filter(gate -> gate.needs().stream().allMatch(need -> facts.containsKey(need.fact())))
                .map(gate -> {
                    var needed = gate.needs().stream().flatMap(need -> Optional.ofNullable(facts.get(need.fact()))
                            .stream()).toList();
                    var missing = needed.stream().filter(one -> gate.needs().stream()
                            .anyMatch(need -> need.fact() == one.fact() && one.count() < need.atLeast())).findFirst();
                    return new Passing(gate, missing.map(one -> Optional.ofNullable(waived.get(gate.key()))
                            .<State>map(State.Waived::new).orElseGet(() -> new State.Open(one.click())))
                            .orElseGet(() -> new State.Met(
                                    needed.stream().flatMap(one -> one.receipts().stream()).distinct().toList())));
                }).toList();
    }
}
