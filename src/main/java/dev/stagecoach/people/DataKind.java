package dev.stagecoach.people;

/** Kinds of data that the visibility matrix speaks of (rules for statistics and privacy, part 7). */
public enum DataKind {
    OWN_RATING, READING, TEAM_DISTRIBUTION, REFLECTION, CHECKIN_ANSWER, CONCERN_PULSE, HELP_REQUEST, MEMBER_STEP, PROMISE, TEAM_GOAL, EVIDENCE, OWN_EVIDENCE, VISIT, COVER_REQUEST, COACH_NOTE, CYCLE_REPORT, LEADER_LOG, RESPONSE_RATE, CONSENT;

    /** Whether it is about the person who wrote it, who is told who looked; what a team writes and shows together is not. */
    boolean ofOnePerson() {
        return switch (this) {
            case TEAM_GOAL, TEAM_DISTRIBUTION, CYCLE_REPORT, RESPONSE_RATE -> false;
            case OWN_RATING, READING, REFLECTION, CHECKIN_ANSWER, CONCERN_PULSE, HELP_REQUEST, MEMBER_STEP, PROMISE,
                    EVIDENCE, OWN_EVIDENCE, VISIT, COVER_REQUEST, COACH_NOTE, LEADER_LOG, CONSENT ->
                true;
        };
    }
}
