package dev.stagecoach.guide;

import java.util.List;

/**
 * A set of check-in questions.
 *
 * @param stage the stage that it fits, or {@code any}
 * @param cadence how often and how long, in words
 * @param audience member, coach or leader
 */
public record CheckinSet(String key, String name, String stage, String cadence, String audience,
        List<Question> questions) {
    public CheckinSet {
        questions = List.copyOf(questions);
    }

    /**
     * A question. {@code {practice}} and {@code {look_for}} in its text are filled in when served.
     *
     * @param options for CHOICE and SCALE; {@code {practices}} stands for all practices
     */
    public record Question(String key, Kind kind, String text, List<String> options) {
        public Question {
            options = List.copyOf(options);
        }
    }

    /** How a question is answered. */
    public enum Kind {
        CHOICE, SCALE, N_OF_M, LINE, NUMBER, LIST
    }
}
