package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.guide.Side;

/**
 * Four ways to look for a place to begin, side by side. None is added to another and none picks for the team.
 *
 * @param importance practices with dots, most dots first
 * @param roomToGrow practices by the students' median, lowest first; equal ones share a step
 * @param schoolGoal practices that serve the school's goal, as coaches and leaders say
 * @param bright practices whose students stand on the last level but one or above
 */
record EntryPoints(List<Dots> importance, List<Step> roomToGrow, List<String> bright, List<String> schoolGoal) {
    EntryPoints {
        importance = List.copyOf(importance);
        roomToGrow = List.copyOf(roomToGrow);
        bright = List.copyOf(bright);
        schoolGoal = List.copyOf(schoolGoal);
    }

    /** @param dots 0 where nearly everybody gave it one, and the number would tell who */
    record Dots(String practice, int dots) {}

    /** Practices with the same median. */
    record Step(Distribution.Median median, List<String> practices) {
        Step {
            practices = List.copyOf(practices);
        }
    }

    static EntryPoints of(Reveal reveal) {
        var dots = reveal.round().practices().stream()
                .flatMap(practice -> Optional.ofNullable(reveal.importance().get(practice))
                        .map(number -> new Dots(practice, number)).stream())
                .sorted(Comparator.comparingInt((Dots one) -> one.dots() == 0 ? Integer.MAX_VALUE : one.dots())
                        .reversed())
                .toList();
        var bright = reveal.round().practices().stream().filter(practice -> reveal.of(practice, Side.STUDENT)
                .filter(students -> students.median().lower() >= students.counts().size() - 1).isPresent()).toList();
        return new EntryPoints(dots, roomToGrow(reveal), bright, reveal.round().schoolGoal());
    }

    private static List<Step> roomToGrow(Reveal reveal) {
        var medians = reveal.round().practices().stream()
                .flatMap(practice -> reveal.of(practice, Side.STUDENT).map(Distribution::median).stream()).distinct()
                .sorted(Comparator.comparingInt(median -> median.lower() + median.upper())).toList();
        var steps = new ArrayList<Step>();
        for (var median : medians) {
            steps.add(new Step(median, reveal.round().practices().stream().filter(practice -> reveal
                    .of(practice, Side.STUDENT).filter(students -> students.median().equals(median)).isPresent())
                    .toList()));
        }
        return steps;
    }
}
