package dev.stagecoach.coaching.reflect;

import java.time.Instant;

import dev.stagecoach.guide.Prompt.Phase;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A prompt put before a person.
 *
 * @param prompt its id in the guide; empty for the free question
 * @param words the prompt as it was asked, filled in
 */
record Serving(String id, TeamId team, PersonId person, String prompt, Phase phase, String words, Instant at,
        State state) {

    /** Waiting, let go without a reason, or written on. */
    enum State {
        OPEN, PASSED, ANSWERED
    }
}
