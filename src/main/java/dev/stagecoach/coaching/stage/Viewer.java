package dev.stagecoach.coaching.stage;

import java.util.Set;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Standing;

/**
 * Who looks at a journey.
 *
 * @param coaches the team's, at this moment
 */
record Viewer(PersonId person, Standing standing, Set<PersonId> coaches) {
    Viewer {
        coaches = Set.copyOf(coaches);
    }

    /** A leader can look; what moves a journey is the team's to do. */
    boolean acts() {
        return standing.takesPart();
    }

    /** The team's only coach, whose own move stands. */
    boolean movesAlone() {
        return coaches.equals(Set.of(person));
    }

    boolean answers(Proposal proposal) {
        return proposal.open() && proposal.answeredBy(person, coaches);
    }

    boolean proposed(Proposal proposal) {
        return proposal.by().equals(person);
    }
}
