package dev.stagecoach.coaching.visit;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;

/**
 * A few people walk through rooms with one look-for. What they bring back is a count; the rooms have no names.
 *
 * @param person who began it
 * @param seen empty while nobody has counted
 */
record Walk(String id, TeamId team, String practice, PersonId person, Visit.Slot slot, boolean canceled,
        Optional<Seen> seen) {

    /** Seen in so many of so many rooms. */
    record Seen(int with, int rooms) {
        String words() {
            return "seen in " + with + " of " + rooms + " rooms";
        }
    }

    boolean ahead(Instant now) {
        return !canceled && slot.at().isAfter(now);
    }

    /** It should have taken place. */
    boolean over(Instant now) {
        return !canceled && !slot.at().isAfter(now);
    }

    /** The count, for those who walked; for everybody else once it tells about enough rooms. */
    Optional<Seen> seenBy(boolean walker, int leastRooms) {
        return seen.filter(count -> walker || count.rooms() >= leastRooms);
    }
}
