package dev.stagecoach.simulation;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that must never be. An exception, because whoever finds it is deep in the story and ends it.
 */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Law law;
    private final transient Instant at;
    private final Optional<Integer> team;

    /** @param team the number of the team that it concerns, where it concerns one */
    Violation(Law law, Instant at, Optional<Integer> team, String words) {
        super(words);
        this.law = law;
        this.at = at;
        this.team = team;
    }

    /** What holds for the bot. */
    enum Law {
        TWICE("nothing twice"), LOST("nothing lost"), QUIET("nothing in quiet hours or on days off"), BUDGET(
                "the week's budget is kept"), UNEXPLAINED("every row is explained"), ANSWER(
                        "every acknowledged answer is stored"), UNWANTED(
                                "nobody is asked who has answered, stopped or left"), STOPPED(
                                        "the bot goes on"), PRIVATE(
                                                "what is said in confidence is read by its author alone");

        private final String words;

        Law(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Law law() {
        return law;
    }

    Instant at() {
        return at;
    }

    Optional<Integer> team() {
        return team;
    }
}
