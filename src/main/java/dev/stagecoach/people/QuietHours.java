package dev.stagecoach.people;

import java.time.LocalTime;

/**
 * The hours of each day in which nothing is to arrive, in local time.
 *
 * @param from when they begin, in the afternoon or evening
 * @param to when they end, the next morning
 * @param weekends whether Saturday and Sunday are quiet as a whole
 */
public record QuietHours(LocalTime from, LocalTime to, boolean weekends) {
    /** Half past four until half past seven, and weekends (checklist.md, part 3). */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(16, 30), LocalTime.of(7, 30), true);

    public QuietHours {
        if (!to.isBefore(from)) {
            throw new IllegalArgumentException("quiet hours end in the morning, before they begin again");
        }
    }

    /** Whether this time of a working day is quiet; the first minute counts as quiet, the last as open. */
    boolean cover(LocalTime time) {
        return !time.isBefore(from) || time.isBefore(to);
    }
}
