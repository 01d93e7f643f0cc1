package dev.stagecoach.people;

/**
 * How often a team's members may be asked for something.
 *
 * @param nudgesPerWeek 1 to 3, for each person and week
 * @param repeat whether an open check-in is repeated once
 */
public record Pace(int nudgesPerWeek, boolean repeat) {
    public static final int MOST = 3;
    /** One nudge a week, repeated once (checklist.md, part 3). */
    public static final Pace USUAL = new Pace(1, true);

    public Pace {
        if (nudgesPerWeek < 1 || nudgesPerWeek > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " nudges a week, not " + nudgesPerWeek);
        }
    }
}
