package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.stagecoach.outbox.Recurrence;

/**
 * What is left of the times that have come since a schedule last asked: only the latest, so that nobody finds a heap
 * after a break.
 *
 * @param latest the last time that is not after now; where none has come, the due time itself
 * @param next the first time after now
 */
record Slots(Instant latest, Instant next) {

    /** @param due the first time not asked yet, at or before {@code now} */
    static Slots at(Recurrence recurrence, Instant due, Instant now, ZoneId zone) {
        var latest = due;
        var next = recurrence.next(due, zone);
        while (!next.isAfter(now)) {
            latest = next;
            next = recurrence.next(next, zone);
        }
        return new Slots(latest, next);
    }

    /** The slot of a moment: its local date. */
    static String name(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone).toString();
    }
}
