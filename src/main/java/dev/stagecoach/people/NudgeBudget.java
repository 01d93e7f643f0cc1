package dev.stagecoach.people;

/**
 * How often a team's members may be asked for something.
 *
 * @param nudgesPerWeek 1 to 3, for each person and week
 * @param repeat whether an open check-in is repeated once
 */
public record NudgeBudget(int nudgesPerWeek, boolean repeat) {
    public static final int MOST = 3;
    /** One nudge a week, repeated once (checklist.md, part 3). */
    public static final NudgeBudget USUAL = new NudgeBudget(1, true);

    public NudgeBudget {
        if (nudgesPerWeek < 1 || nudgesPerWeek > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " nudges a week, not " + nudgesPerWeek);
        }
    }
}
