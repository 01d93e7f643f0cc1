package dev.stagecoach.coaching.rounds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says about a round as a whole, for nobody else; it goes into no figure.
 *
 * @param classLabel the class in mind, such as "3rd period"; may be empty
 */
record Frame(String classLabel, Optional<Confidence> confidence) {
    static final Frame EMPTY = new Frame("", Optional.empty());

    /** How sure a person is of the own answers. */
    enum Confidence {
        LOW("Not so sure"), MID("Fairly sure"), HIGH("Sure");

        private final String words;

        Confidence(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** As kept in rows and in forms. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> keys() {
            return Arrays.stream(values()).map(Confidence::key).toList();
        }

        static Optional<Confidence> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }
}
