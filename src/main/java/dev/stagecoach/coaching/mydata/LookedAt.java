package dev.stagecoach.coaching.mydata;

import dev.stagecoach.people.DataKind;

/** What somebody looked at, in words for its author. */
final class LookedAt {
    private LookedAt() {}

    /** What was looked at, as it reads after "looked at". */
    static String words(DataKind kind) {
        return switch (kind) {
            case OWN_RATING -> "where you placed yourself";
            case READING -> "what you have read";
            case REFLECTION -> "words that you shared";
            case CHECKIN_ANSWER, CONCERN_PULSE -> "your answers to a check-in";
            case HELP_REQUEST -> "your request for help";
            case MEMBER_STEP -> "your try or plan";
            case PROMISE -> "a promise of yours";
            case EVIDENCE, OWN_EVIDENCE -> "your evidence";
            case VISIT -> "your visit or thread";
            case COVER_REQUEST -> "your request for cover";
            case COACH_NOTE -> "your notes";
            case LEADER_LOG -> "your leader’s log";
            case CONSENT -> "your yes or no";
            case TEAM_GOAL, TEAM_DISTRIBUTION, CYCLE_REPORT, RESPONSE_RATE -> "what you wrote for the team";
        };
    }
}
