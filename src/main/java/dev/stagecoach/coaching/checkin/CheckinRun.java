package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;

import dev.stagecoach.people.TeamId;

/**
 * One asking of a schedule.
 *
 * @param slot the local date that it stands for
 * @param status whether answers can still change
 */
record CheckinRun(String id, String schedule, TeamId team, String set, String slot, Instant askedAt, Status status) {
    /** How long answers can change where no summary takes them in. */
    static final Duration EDITABLE = Duration.ofDays(14);
    /** How long somebody is reminded of an open answer. */
    static final Duration FRESH = Duration.ofDays(7);

    /** Open to answers, taken in by a summary, or withdrawn because a coach deleted the check-in. */
    enum Status {
        OPEN, CLOSED, WITHDRAWN
    }

    boolean takesAnswers(Instant now) {
        return status == Status.OPEN && now.isBefore(askedAt.plus(EDITABLE));
    }
}
