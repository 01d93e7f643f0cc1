package dev.stagecoach.people;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Somebody in the workspace, as the chat service describes them.
 *
 * @param zone {@link #NO_ZONE} where the service tells none
 */
public record Person(PersonId id, String name, ZoneId zone, Kind kind, boolean active) {
    /** No place on earth has this one; who lives by that time has a region such as Etc/UTC. */
    public static final ZoneId NO_ZONE = ZoneOffset.UTC;

    /** Full members, guests of a channel, and programs. */
    public enum Kind {
        FULL, GUEST, BOT
    }

    /** Where the person is, as far as the service tells. */
    public Optional<ZoneId> knownZone() {
        return Optional.of(zone).filter(known -> !known.equals(NO_ZONE));
    }
}
