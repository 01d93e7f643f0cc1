package dev.stagecoach.coaching.rounds;

/** What somebody chose for one side of a practice. */
sealed interface Choice {

    /** Counted from 1. */
    record AtLevel(int level) implements Choice {}

    record CannotSay() implements Choice {}

    /** As stored and as in forms: 0 where the person cannot say. */
    default int number() {
        return switch (this) {
            case AtLevel(int level) -> level;
            case CannotSay _ -> 0;
        };
    }

    static Choice of(int number) {
        return number == 0 ? new CannotSay() : new AtLevel(number);
    }
}
