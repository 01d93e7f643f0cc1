package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/**
 * A set of check-in questions.
 *
 * @param stage the stage that it fits, or {@code any}
 * @param cadence how often and how long, in words
 * @param audience member, coach or leader
 */
public record CheckinSet(String key, String name, String stage, String cadence, String audience,
        List<Question> questions, Rhythm rhythm) {
    public CheckinSet {
        questions = List.copyOf(questions);
    }

    /** A set that comes every week. */
    public CheckinSet(String key, String name, String stage, String cadence, String audience,
            List<Question> questions) {
        this(key, name, stage, cadence, audience, questions, Rhythm.WEEKLY);
    }

    /**
     * How often it comes where nobody says otherwise.
     *
     * @param monthly once a month, else every week
     * @param instead now and then another set comes in its place
     */
    public record Rhythm(boolean monthly, Optional<Instead> instead) {
        static final Rhythm WEEKLY = new Rhythm(false, Optional.empty());
    }

    /** Each time that so many have come, this other set comes in place of the last one. */
    public record Instead(int every, String set) {}

    /**
     * A question. {@code {practice}} and {@code {look_for}} in its text are filled in when served.
     *
     * @param options for CHOICE and SCALE; {@code {practices}} stands for all practices
     * @param lead what one of the options asks for
     */
    public record Question(String key, Kind kind, String text, List<String> options, Optional<Lead> lead) {
        public Question {
            options = List.copyOf(options);
        }

        /** A question whose options are answers and nothing more. */
        public Question(String key, Kind kind, String text, List<String> options) {
            this(key, kind, text, options, Optional.empty());
        }
    }

    /** An option that asks for something: whoever chooses it is led there once the answer is kept. */
    public record Lead(String option, Way to) {}

    /** Where an answer can lead. In guide files it is written in small letters. */
    public enum Way {
        /** To writing one's own when-then step. */
        STEP,
        /** To the coach. */
        HELP,
        /** To the coach, for a visit. */
        VISIT
    }

    /** How a question is answered. */
    public enum Kind {
        CHOICE, SCALE, N_OF_M, LINE, NUMBER, LIST
    }
}
