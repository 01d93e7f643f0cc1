package dev.stagecoach.coaching.visit;

import dev.stagecoach.people.PersonId;

/**
 * What one of the two saw, and what that person wonders.
 *
 * @param lookFor what there was to see
 */
record Note(PersonId person, String lookFor, String seen, String question) {}
