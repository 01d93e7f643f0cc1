package dev.stagecoach.guide;

import java.util.List;

/**
 * What keeps a practice alive.
 *
 * @param repeatAfterMonths when to place it again, in months since it began to be sustained, rising; may be empty
 * @param induction the steps of somebody who joins later, in order of their weeks; may be empty
 */
public record SustainTools(List<Integer> repeatAfterMonths, List<InductionStep> induction) {
    static final SustainTools NONE = new SustainTools(List.of(), List.of());

    public SustainTools {
        repeatAfterMonths = List.copyOf(repeatAfterMonths);
        induction = List.copyOf(induction);
    }

    /** @param week counted from 1, the week of joining */
    public List<InductionStep> stepsOfWeek(int week) {
        return induction.stream().filter(step -> step.week() == week).toList();
    }

    /** A step of the first month, counted from week 1. */
    public record InductionStep(String key, int week, Who who, String text) {}

    /** Whose step it is. */
    public enum Who {
        NEWCOMER, BUDDY, LEADER
    }
}
