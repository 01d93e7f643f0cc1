package dev.stagecoach.sandbox;

import java.util.Map;

/** What became of something a person did. */
sealed interface Outcome {
    record Done() implements Outcome {}

    /** In the words of a small notice. */
    record Refused(String words) implements Outcome {}

    /** A form that is not right yet: block id to what is wrong. */
    record Mend(Map<String, String> errors) implements Outcome {
        public Mend {
            errors = Map.copyOf(errors);
        }
    }
}
