package dev.stagecoach.coaching;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Reply;

/**
 * Reads a form field by field and collects what its writer has to mend. A field that cannot be taken reads as empty,
 * so look at {@link #mend} before using what was read.
 */
public final class FormReader {
    private final Answers answers;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    public FormReader(Answers answers) {
        this.answers = answers;
    }

    /** Typed text of at most {@code longest} characters; {@code ask} is said where nothing was typed. */
    public String required(String key, int longest, String ask) {
        var typed = optional(key, longest);
        if (answers.text(key).isEmpty()) {
            mend(key, ask);
        }
        return typed;
    }

    /** Typed text of at most {@code longest} characters, or empty. */
    public String optional(String key, int longest) {
        // PostgreSQL takes every character but this one.
        var typed = answers.text(key).replace("\0", "");
        if (typed.length() > longest) {
            mend(key, "Please keep it to %,d characters; this has %,d.".formatted(longest, typed.length()));
            return "";
        }
        return typed;
    }

    /** An address on the web of at most {@code longest} characters, or empty. */
    public String link(String key, int longest) {
        var typed = optional(key, longest);
        if (!typed.isEmpty() && !isLink(typed)) {
            mend(key, "Please paste the whole address; it begins with https://");
            return "";
        }
        return typed;
    }

    private static boolean isLink(String typed) {
        try {
            var address = URI.create(typed);
            return List.of("https", "http").contains(String.valueOf(address.getScheme()))
                    && Optional.ofNullable(address.getHost()).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A choice among the known values; {@code otherwise} where none was made. */
    public String oneOf(String key, Collection<String> known, String otherwise) {
        var chosen = answers.text(key);
        if (chosen.isEmpty()) {
            return otherwise;
        }
        if (!known.contains(chosen)) {
            mend(key, "Please choose one from the list.");
            return otherwise;
        }
        return chosen;
    }

    /** A day, or empty where none was chosen. */
    public Optional<LocalDate> day(String key) {
        return chosen(() -> answers.day(key));
    }

    /** A time of day, or empty where none was chosen. */
    public Optional<LocalTime> time(String key) {
        return chosen(() -> answers.time(key)).map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }

    private <T> Optional<T> chosen(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (Answers.Malformed e) {
            mend(e.key(), e.reason());
            return Optional.empty();
        }
    }

    /** A whole number between the two, or empty where none was typed. */
    public Optional<Integer> number(String key, int min, int max) {
        var number = answers.number(key).filter(value -> value >= min && value <= max);
        if (number.isEmpty() && !answers.text(key).isEmpty()) {
            mend(key, "Please type a whole number from %,d to %,d.".formatted(min, max));
        }
        return number;
    }

    /** Adds a reason beside a field; the first one for a field stays. */
    public void mend(String key, String reason) {
        reasons.putIfAbsent(key, reason);
    }

    /** What is to be mended, if anything. */
    public Optional<Reply> mend() {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Reply.Mend(Map.copyOf(reasons)));
    }
}
