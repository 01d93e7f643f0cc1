package dev.stagecoach.coaching.rounds;

import java.util.Optional;

import dev.stagecoach.guide.Side;

/** What somebody says about one practice; a side left open has no choice. The note is for its author alone. */
record RatingPage(String practice, Optional<Choice> student, Optional<Choice> system, String note) {

    static RatingPage empty(String practice) {
        return new RatingPage(practice, Optional.empty(), Optional.empty(), "");
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
