package dev.stagecoach.coaching.assessment;

import java.time.Instant;

/** What became of an answer. */
sealed interface Saving {
    record Recorded() implements Saving {}

    /** It took the place of an earlier one. */
    record Updated() implements Saving {}

    /** The round takes no answers any more; what was saved before stands. */
    record Closed(Instant at) implements Saving {}

    record NotAMember() implements Saving {}
}
