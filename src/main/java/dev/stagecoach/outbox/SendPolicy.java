package dev.stagecoach.outbox;

/** How a message meets its reader's day. */
public enum SendPolicy {
    /**
     * By schedule, to a person, and it wants something: only within the person's hours and weekly budget; what is due
     * at the same time goes out as one message, what is late is not sent any more.
     */
    NUDGE,

    /**
     * Somebody asked just now that others be told, for example a coach who opens a round: within each person's hours,
     * late rather than never. It uses up the week's budget, and where that is spent it waits for the next week, unless
     * that would be too late for what it asks ({@link Outbox#latest}). What its reader put off waits for no budget.
     */
    REQUEST,

    /** By schedule, to a team's channel: within the team's hours; late rather than never, and it says so. */
    REPORT,

    /** What follows at once from what somebody did, where they did it: at any time. */
    ECHO
}
