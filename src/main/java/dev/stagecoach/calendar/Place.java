package dev.stagecoach.calendar;

import java.time.ZoneId;

/**
 * Where an event's midnights are.
 *
 * @param file the zone that the file names, or the school's where it names none
 */
record Place(ZoneId file, ZoneId school) {}
