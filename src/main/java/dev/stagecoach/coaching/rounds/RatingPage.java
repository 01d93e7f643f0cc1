package dev.stagecoach.coaching.rounds;

import java.util.Optional;

import dev.stagecoach.guide.Side;

/** What somebody says about one practice; a side left open has no choice. The notes are for their author alone. */
record RatingPage(String practice, Optional<Choice> student, Optional<Choice> system, Notes notes) {

    /** One for each side; each may be empty. */
    record Notes(String student, String system) {
        static final Notes NONE = new Notes("", "");

        String of(Side side) {
            return switch (side) {
                case STUDENT -> student;
                case SYSTEM -> system;
            };
        }
    }

    static RatingPage empty(String practice) {
        return new RatingPage(practice, Optional.empty(), Optional.empty(), Notes.NONE);
    }

    boolean answered() {
        return student.isPresent() || system.isPresent();
    }

    boolean complete() {
        return student.isPresent() && system.isPresent();
    }

    Optional<Choice> side(Side side) {
        return switch (side) {
            case STUDENT -> student;
            case SYSTEM -> system;
        };
    }
}
