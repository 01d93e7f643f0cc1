package dev.stagecoach.coaching.leader;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.coaching.Commitment;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * Something that somebody of a team said they would do for others.
 *
 * @param by its day in the team's time zone, where it has one
 */
record Promise(String id, TeamId team, PersonId person, To to, String what, Optional<LocalDate> by, Instant made,
        Commitment.Outcome outcome) {

    /** Whom it was given. */
    enum To {
        TEAM("the team"), COACH("the coach"), LEADERS("the leaders");

        private final String words;

        To(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** As others read it. */
    Commitment commitment(String name) {
        return new Commitment(name + ", to " + to.words(), what, by, made, outcome);
    }
}
