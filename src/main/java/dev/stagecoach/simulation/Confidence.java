package dev.stagecoach.simulation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people write in check-ins names its author, so that it is known again wherever it turns up: check-in answers are
 * their author's alone.
 */
final class Confidence {
    private static final Pattern SIGNED = Pattern.compile("Between (U0\\w+) and me ");

    private Confidence() {}

    /** How what this person writes begins. */
    static String of(Teacher author) {
        return "Between " + author.id() + " and me ";
    }

    /** The author of something that stands in what this person reads and is not theirs. */
    static Optional<String> leaked(String read, String reader) {
        return SIGNED.matcher(read).results().map(found -> found.group(1)).filter(author -> !author.equals(reader))
                .findFirst();
    }
}
