package dev.stagecoach.coaching.stage;

import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;

/** A practice that one of a team's people looks at, chosen by the team or not. */
public record PracticeAtHand(Team team, Practice practice, PersonId person, Standing standing) {

    /** Whether the person is a member or a coach; leaders look on. */
    public boolean mayWrite() {
        return standing.takesPart();
    }

    /** The beginning of a button's value that leads here again, for {@link PracticeLookup}. */
    public String value() {
        return team.id() + " " + practice.key();
    }
}
