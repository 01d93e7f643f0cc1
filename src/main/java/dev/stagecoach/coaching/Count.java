package dev.stagecoach.coaching;

import java.util.Arrays;
import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Sides;

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
    public String words(Sides sides) {
        return (n + " of " + of + " " + what.words(sides)).strip();
    }

    /** What a count counts. */
    public enum What {
        STUDENTS, LESSONS, OTHER;

        private String words(Sides sides) {
            return switch (this) {
                case STUDENTS -> sides.learners();
                case LESSONS -> sides.lesson() + "s";
                case OTHER -> "";
            };
        }

        String label(Sides sides) {
            var words = words(sides);
            return words.isEmpty()
                    ? "Something else"
                    : Text.capital(words);
        }

        static List<String> names() {
            return Arrays.stream(values()).map(Enum::name).toList();
        }
    }
}
