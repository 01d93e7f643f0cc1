package dev.stagecoach.people;

/** When and how often a team's members may hear from the bot on its own. */
public record TeamHours(QuietHours quiet, NudgeBudget budget) {
    /** What holds for a team that never changed anything. */
    public static final TeamHours USUAL = new TeamHours(QuietHours.USUAL, NudgeBudget.USUAL);
}
