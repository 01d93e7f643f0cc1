package dev.stagecoach.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    public List<PersonId> people(String key) {
        return many(key).stream().map(PersonId::parse).toList();
    }

    public Optional<LocalDate> day(String key) {
        return one(key).map(LocalDate::parse);
    }

    public Optional<LocalTime> time(String key) {
        return one(key).map(LocalTime::parse);
    }

    /** The whole number, or empty where none was typed or it is none. */
    public Optional<Integer> number(String key) {
        var typed = text(key);
        return typed.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(typed)) : Optional.empty();
    }
}
