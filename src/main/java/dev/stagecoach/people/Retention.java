package dev.stagecoach.people;

/**
 * How long what people say is kept.
 *
 * @param graceDays how many days after the app was uninstalled the workspace's data are deleted
 * @param legalHold true: nothing is deleted, whatever its time, because somebody may have to hand it over
 */
public record Retention(Terms terms, int graceDays, boolean legalHold) {
    public static final Retention USUAL = new Retention(new Terms(30, 12, 3, 1), 30, false);

    /**
     * @param ratingDays from the end of the school year in which a round closed
     * @param writingMonths for people's own words
     * @param figureYears for what was counted
     * @param accessLogYears for who looked at what
     */
    public record Terms(int ratingDays, int writingMonths, int figureYears, int accessLogYears) {}
}
