package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;

/**
 * A visit with all that a card about it needs to know.
 *
 * @param when in the team's time zone
 * @param practice by name
 * @param cover empty where none was asked for, and for everybody but the visitor
 */
record VisitView(Visit visit, PersonId viewer, Instant now, String when, String practice, Optional<Cover> cover,
        After after) {

    /**
     * What has happened after it.
     *
     * @param mine whether the viewer has noted something
     * @param any whether one of the two has
     * @param shown whether the viewer lets a coach read the own note
     * @param returned whether there is a visit in return
     * @param coach whether the team has another coach who could read it
     */
    record After(boolean mine, boolean any, boolean shown, boolean returned, boolean coach) {}
}
