package dev.stagecoach.guide;

import java.util.Locale;

/**
 * Who and what this guide speaks of: the two sides, and the words for the people who use it and their work.
 *
 * @param person who places a practice, for example "teacher"
 * @param group what is placed, for example "class"
 * @param lesson one time at work, for example "lesson"
 */
public record Sides(Words student, Words system, String person, String group, String lesson) {
    static final Sides PLAIN = new Sides(new Words("What students do", "students"),
            new Words("What adults do", "adults"), "teacher", "class", "lesson");

    public Words of(Side side) {
        return switch (side) {
            case STUDENT -> student;
            case SYSTEM -> system;
        };
    }

    /** For example "students". */
    public String learners() {
        return student.who();
    }

    /**
     * The words for one side.
     *
     * @param doing as the heading of a question, for example "What students do"
     * @param who within a sentence, for example "students"
     */
    public record Words(String doing, String who) {
        /** {@link #doing} within a sentence. */
        public String within() {
            return doing.substring(0, 1).toLowerCase(Locale.ROOT) + doing.substring(1);
        }

        /** {@link #who} at the beginning of a sentence. */
        public String first() {
            return who.substring(0, 1).toUpperCase(Locale.ROOT) + who.substring(1);
        }
    }
}
