package dev.stagecoach.people;

import java.util.Locale;

/**
 * An entry of a school's calendar.
 *
 * @param id empty while it is not kept yet
 * @param fromFile whether a file beside the bot's settings says so; the file is then the place to change it
 */
public record SchoolDays(String id, Kind kind, DaysOff days, boolean fromFile) {
    private static final int SHORTEST_BREAK = 3;

    /** Why the days are off. */
    public enum Kind {
        HOLIDAY("holiday"), BREAK("break"), TESTING("testing week");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it reads within a sentence. */
        public String words() {
            return words;
        }

        /** What days with this name most likely are. */
        public static Kind guess(DaysOff days) {
            var name = days.name().toLowerCase(Locale.ROOT);
            if (name.matches(".*\\b(test|tests|testing|assessments?|exams?|isat|finals)\\b.*")) {
                return TESTING;
            }
            var pause = name.matches(".*\\b(break|recess|vacation)\\b.*");
            return pause || !days.last().isBefore(days.first().plusDays(SHORTEST_BREAK - 1)) ? BREAK : HOLIDAY;
        }
    }

    /** Days that are not kept yet, of the kind that their name speaks of. */
    public static SchoolDays found(DaysOff days) {
        return new SchoolDays("", Kind.guess(days), days, false);
    }

    /**
     * A school's name as it is compared: people write it in many ways, and a file has to be named after it. "Juniper
     * Ridge M.S." and "juniper-ridge-m-s" are the same.
     */
    public static String key(String school) {
        var key = school.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return key.isEmpty() ? school.strip() : key;
    }
}
