package dev.stagecoach.people;

import java.time.ZoneId;

/** Somebody in the workspace, as the chat service describes them. */
public record Person(PersonId id, String name, ZoneId zone, Kind kind, boolean active) {

    /** Full members, guests of a channel, and programs. */
    public enum Kind {
        FULL, GUEST, BOT
    }
}
