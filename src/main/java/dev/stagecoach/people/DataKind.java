package dev.stagecoach.people;

/** Kinds of data that the visibility matrix speaks of (rules for statistics and privacy, part 7). */
public enum DataKind {
    OWN_RATING, READING, TEAM_DISTRIBUTION, REFLECTION, CHECKIN_ANSWER, CONCERN_PULSE, HELP_REQUEST, MEMBER_STEP, PROMISE, TEAM_GOAL, EVIDENCE, OWN_EVIDENCE, VISIT, COVER_REQUEST, COACH_NOTE, CYCLE_REPORT, LEADER_LOG, RESPONSE_RATE, CONSENT
}
