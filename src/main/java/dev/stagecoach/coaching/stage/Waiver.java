package dev.stagecoach.coaching.stage;

import java.time.Instant;

import dev.stagecoach.people.PersonId;

/**
 * A gate that the team does without.
 *
 * @param gate its key in the stage
 * @param reason in the words of the coach; the team reads it
 */
record Waiver(String gate, PersonId by, String reason, Instant at) {}
