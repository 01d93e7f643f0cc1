package dev.stagecoach.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.people.PersonId;

/** What a person filled in, field by field; a field left empty has no values. */
public record Answers(Map<String, List<String>> values) {
    public Answers {
        values = Map.copyOf(values);
    }

    /** The same with these values for fields that were not on the form; one that was left empty stays so. */
    public Answers orElse(Map<String, List<String>> usual) {
        var all = new HashMap<>(usual);
        all.putAll(values);
        return new Answers(all);
    }

    /** The typed text without white space around it; empty where nothing was typed. */
    public String text(String key) {
        return one(key).map(String::strip).orElse("");
    }

    public Optional<String> one(String key) {
        return many(key).stream().findFirst();
    }

    public List<String> many(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** @throws Malformed where something stands there that no person was chosen with */
    public List<PersonId> people(String key) {
        return many(key).stream().map(PersonId::find)
                .map(person -> person.orElseThrow(() -> new Malformed(key, "Please choose people from the list.")))
                .toList();
    }

    /** @throws Malformed where something stands there that is no day */
    public Optional<LocalDate> day(String key) {
        return parsed(key, LocalDate::parse, "Please choose a day, such as 2026-12-18.");
    }

    /** @throws Malformed where something stands there that is no time of day */
    public Optional<LocalTime> time(String key) {
        return parsed(key, LocalTime::parse, "Please choose a time, such as 9:15 AM.");
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parse, String reason) {
        try {
            return Optional.of(text(key)).filter(text -> !text.isEmpty()).map(parse);
        } catch (DateTimeParseException _) {
            throw new Malformed(key, reason);
        }
    }

    /** A field holds what cannot be chosen there. Says which and what to do, and nothing of what it holds. */
    public static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final String reason;

        private Malformed(String key, String reason) {
            super("field " + key + ": " + reason);
            this.key = key;
            this.reason = reason;
        }

        public String key() {
            return key;
        }

        public String reason() {
            return reason;
        }
    }

    /** The whole number, or empty where none was typed or it is none. */
    public Optional<Integer> number(String key) {
        var typed = text(key);
        return typed.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
