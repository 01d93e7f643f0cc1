package dev.stagecoach.coaching.stage;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;

/**
 * Who looks at a journey.
 *
 * @param roles the team's, at this moment
 */
record Viewer(PersonId person, Standing standing, Roles roles) {

    /** A leader can look; what moves a journey is the team's to do. */
    boolean acts() {
        return standing.takesPart();
    }

    boolean answers(Proposal proposal) {
        return proposal.open() && proposal.answeredBy(person, roles);
    }

    boolean proposed(Proposal proposal) {
        return proposal.by().equals(person);
    }
}
