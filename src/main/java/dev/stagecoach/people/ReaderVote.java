package dev.stagecoach.people;

/**
 * What a team's members have said to one question: is it fine that this school leader reads in our channel?
 *
 * <p>It is agreed where more than half have said that it is and nobody minds. One who minds keeps it from being agreed.
 * Answers are counted once all have come, or their time is over: so nobody can tell which one decided.
 *
 * @param members of the team, at this moment
 * @param fine members who said that it is
 * @param minding members who would rather not
 * @param over whether the time to answer is over
 */
public record ReaderVote(int members, int fine, int minding, boolean over) {
    public ReaderVote {
        if (fine < 0 || minding < 0 || fine + minding > members) {
            throw new IllegalArgumentException(fine + " and " + minding + " of " + members + " cannot have answered");
        }
    }

    public boolean agreed() {
        return minding == 0 && 2 * fine > members && (over || answered() == members);
    }

    public int answered() {
        return fine + minding;
    }
}
