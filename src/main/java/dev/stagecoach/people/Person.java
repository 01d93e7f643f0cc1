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

    /** Full members, guests of a channel, people of another organization who share a channel, and programs. */
    public enum Kind {
        FULL, GUEST, STRANGER, BOT
    }

    /** Whether somebody like this can be part of a team: programs and people of other organizations never are. */
    public boolean canBelong() {
        return switch (kind) {
            case FULL, GUEST -> true;
            case STRANGER, BOT -> false;
        };
    }

    /** Where the person is, as far as the service tells. */
    public Optional<ZoneId> knownZone() {
        return Optional.of(zone).filter(known -> !known.equals(NO_ZONE));
    }
}
