package dev.stagecoach.guide;

import java.util.List;

/** How a goal is written. */
public record GoalCanvas(List<String> reaches, List<String> checks, List<Rung> ladder) {
    public GoalCanvas {
        reaches = List.copyOf(reaches);
        checks = List.copyOf(checks);
        ladder = List.copyOf(ladder);
    }

    /** A rung of the goal ladder, from -2 to 2; the baseline sits at -1 so that getting worse can be recorded. */
    public record Rung(int value, String meaning) {}
}
