package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/** A visitor's request for cover: who and when, nothing else. */
record Cover(String visit, TeamId team, PersonId person, Instant at, State state, Optional<PersonId> leader,
        Instant askedAt) {

    enum State {
        ASKED, ARRANGED, DECLINED,
        /** There is no such visit any more. */
        DROPPED
    }
}
