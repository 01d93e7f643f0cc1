package dev.stagecoach.people;

import java.util.Optional;

/**
 * That somebody looked, was refused, or changed something for others; never what it said.
 *
 * @param by who did it
 * @param what a {@link DataKind} by name where it is {@link Act#LOOKED}, else the action's id
 * @param author whose it was; empty for {@link Act#REFUSED} and {@link Act#CHANGED}
 */
public record AccessEntry(Act act, TeamId team, PersonId by, String what, Optional<PersonId> author) {

    /** What somebody did. */
    public enum Act {
        /** Read something that another person wrote. */
        LOOKED,
        /** Asked for something and was refused. */
        REFUSED,
        /** Changed something for the team as its coach or leader. */
        CHANGED
    }

    static AccessEntry looked(TeamId team, PersonId by, DataKind what, PersonId author) {
        return new AccessEntry(Act.LOOKED, team, by, what.name(), Optional.of(author));
    }

    public static AccessEntry refused(TeamId team, PersonId by, String action) {
        return new AccessEntry(Act.REFUSED, team, by, action, Optional.empty());
    }

    public static AccessEntry changed(TeamId team, PersonId by, String action) {
        return new AccessEntry(Act.CHANGED, team, by, action, Optional.empty());
    }

    /** Whether once a day is enough. */
    boolean onceADay() {
        return switch (act) {
            case LOOKED, REFUSED -> true;
            case CHANGED -> false;
        };
    }
}
