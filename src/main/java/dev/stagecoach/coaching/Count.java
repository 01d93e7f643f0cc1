package dev.stagecoach.coaching;

import java.util.Arrays;
import java.util.List;

/** So many of so many. */
public record Count(int n, int of, What what) {
    /** Below this many students a count could point to single ones. */
    public static final int FEWEST_STUDENTS = 10;

    public Count {
        if (n < 0 || n > of) {
            throw new IllegalArgumentException(n + " of " + of);
        }
    }

    /** As it reads: "9 of 12 students". */
    public String words() {
        return (n + " of " + of + " " + what.words).strip();
    }

    /** What a count counts. */
    public enum What {
        STUDENTS("students"), LESSONS("lessons"), OTHER("");

        private final String words;

        What(String words) {
            this.words = words;
        }

        static List<String> names() {
            return Arrays.stream(values()).map(Enum::name).toList();
        }
    }
}
