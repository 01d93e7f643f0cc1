package dev.stagecoach.chat;

import dev.stagecoach.people.Standing;

/**
 * Who may do something in a team, and how it works there. It is data: the same lines are checked at every call and
 * printed for whoever runs the bot.
 *
 * @param who by the role held at the moment of the call
 * @param practice whether the team must have chosen a practice before
 * @param work whether anything changes
 * @param deletes whether words that somebody wrote are gone afterwards; not done while a legal hold is on
 */
public record Access(Who who, boolean practice, Work work, boolean deletes) {

    /** How the work goes on. */
    public enum Work {
        /** Looks only; no call leaves a trace. */
        READ,
        /** Changes something, all of it in one transaction, once however often the call comes. */
        WRITE,
        /** Asks the network or draws, and opens its transactions itself, so that none is held meanwhile. */
        OUTSIDE
    }

    /** Whose it is. All but {@link #ANYONE} are people of one team. */
    public enum Who {
        ANYONE("anyone"), TEAM("the team's members, coaches and leaders"), MEMBERS(
                "the team's members"), MEMBERS_AND_COACHES(
                        "the team's members and coaches"), COACHES("the team's coaches"), COACHES_AND_LEADERS(
                                "the team's coaches and leaders"), LEADERS("the team's leaders");

        private final String words;

        Who(String words) {
            this.words = words;
        }

        /** As it reads after "this is for". */
        public String words() {
            return words;
        }

        public boolean admits(Standing standing) {
            return switch (this) {
                case ANYONE -> true;
                case TEAM -> standing.belongs();
                case MEMBERS -> standing.isMember();
                case MEMBERS_AND_COACHES -> standing.takesPart();
                case COACHES -> standing.isCoach();
                case COACHES_AND_LEADERS -> standing.isCoach() || standing.isLeader();
                case LEADERS -> standing.isLeader();
            };
        }
    }

    /** These people may look. */
    public static Access reads(Who who) {
        return new Access(who, false, Work.READ, false);
    }

    /** These people may change something. */
    public static Access writes(Who who) {
        return new Access(who, false, Work.WRITE, false);
    }

    /** These people may do what takes the network or a picture. */
    public static Access outside(Who who) {
        return new Access(who, false, Work.OUTSIDE, false);
    }

    /** Only once the team has chosen the practice it works on. */
    public Access withPractice() {
        return new Access(who, true, work, deletes);
    }

    /** Takes words away for good that somebody wrote. */
    public Access deleting() {
        return new Access(who, practice, work, true);
    }
}
