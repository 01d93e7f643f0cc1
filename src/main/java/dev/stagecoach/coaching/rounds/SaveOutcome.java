package dev.stagecoach.coaching.rounds;

import java.time.Instant;

/** What became of an answer. */
sealed interface SaveOutcome {
    record Recorded() implements SaveOutcome {}

    /** It took the place of an earlier one. */
    record Updated() implements SaveOutcome {}

    /** The round takes no answers any more; what was saved before stands. */
    record Closed(Instant at) implements SaveOutcome {}

    record NotAMember() implements SaveOutcome {}
}
