package dev.stagecoach.coaching.ask;

import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A request for a coach's help, and how far it has come.
 *
 * @param id also the id of what is asked, the filled-in tool
 * @param coach who takes it
 */
record HelpRequest(String id, TeamId team, PersonId person, State state, Optional<PersonId> coach) {

    /** How a request stands. */
    enum State {
        OPEN, TAKEN, DONE,
        /** What was asked is gone. */
        WITHDRAWN
    }

    boolean waits() {
        return state == State.OPEN || state == State.TAKEN;
    }
}
