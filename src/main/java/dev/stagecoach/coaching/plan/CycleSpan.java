package dev.stagecoach.coaching.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The days that a coaching cycle is planned to take, in the team's zone. */
record CycleSpan(LocalDate begin, LocalDate end) {
    /** So long before the end the coach thinks about it. */
    private static final int WEEKS_BEFORE = 2;

    /**
     * A cycle begins with the agreement, a later one with the end of the goal before it.
     *
     * @param began when the cycle before it ended; long ago for the first
     */
    static CycleSpan of(Agreement agreement, Instant began, ZoneId zone) {
        var made = agreement.filled().made();
        var begin = LocalDate.ofInstant(made.isAfter(began) ? made : began, zone);
        return new CycleSpan(begin, begin.plusWeeks(agreement.weeks()));
    }

    boolean nearsItsEnd(LocalDate today) {
        return !today.isBefore(end.minusWeeks(WEEKS_BEFORE));
    }

    /** The one week in which a message tells of it. */
    boolean isTold(LocalDate today) {
        return nearsItsEnd(today) && today.isBefore(end.minusWeeks(WEEKS_BEFORE - 1));
    }
}
