package dev.stagecoach.coaching.goal;

/**
 * How a team's members have answered the wish to take up a practice. Whatever the order in which they answer, the same
 * answers come to the same end.
 *
 * @param ofCoach whether a coach proposed it; then two members second it, else more than half of all choose it
 * @param members of the team, at this moment
 * @param yes members who said yes, a member who proposed it among them
 * @param no members who said no
 */
record PracticeVote(boolean ofCoach, int members, int yes, int no) {
    private static final int SECONDS = 2;

    PracticeVote {
        if (yes < 0 || no < 0 || yes + no > members) {
            throw new IllegalArgumentException(yes + " and " + no + " of " + members + " cannot have answered");
        }
    }

    /** What the answers come to. */
    enum Result {
        OPEN, CHOSEN, NOT_CHOSEN
    }

    /** While it is open: chosen as soon as enough have said yes. */
    Result now() {
        return members > 0 && yes >= needed() ? Result.CHOSEN : Result.OPEN;
    }

    /** When it is closed: two must have said yes, or all of a smaller team, and more yes than no. */
    Result atTheEnd() {
        return members > 0 && yes > no && yes >= Math.min(SECONDS, members) ? Result.CHOSEN : Result.NOT_CHOSEN;
    }

    /**
     * Whether it may be closed: everybody has answered, too few are left to choose it at once, or its time is up.
     *
     * @param over whether its time is up
     */
    boolean mayClose(boolean over) {
        return over || yes + no == members || members - no < needed();
    }

    /** How many yeses choose it at once. */
    int needed() {
        return ofCoach ? Math.min(SECONDS, members) : members / 2 + 1;
    }
}
