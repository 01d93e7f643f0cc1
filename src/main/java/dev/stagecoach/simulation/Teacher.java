package dev.stagecoach.simulation;

import java.time.ZoneId;

import dev.stagecoach.people.PersonId;

/** Somebody fictional who works with the bot. */
record Teacher(String id, String name, ZoneId zone, Temper temper) {

    /** How somebody takes to being asked. */
    enum Temper {
        PROMPT, BUSY, FORGETFUL, SILENT
    }

    PersonId person() {
        return new PersonId(Population.WORKSPACE, id);
    }
}
