package dev.stagecoach.coaching.workbook;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.coaching.Count;
import dev.stagecoach.people.PersonId;

/**
 * What stands in a tool's fields, by field key; a field left empty is not there.
 *
 * @param values as rows keep them: a choice by its key, a day in ISO form, a person by id, a count in three parts
 */
public record Entries(Map<String, List<String>> values) {
    public static final Entries EMPTY = new Entries(Map.of());

    public Entries {
        values = Map.copyOf(values);
    }

    /** Words or a choice's key; empty where nothing stands there. */
    public String text(String field) {
        return one(field).orElse("");
    }

    public List<String> many(String field) {
        return values.getOrDefault(field, List.of());
    }

    public Optional<LocalDate> day(String field) {
        return one(field).map(LocalDate::parse);
    }

    public Optional<LocalTime> time(String field) {
        return one(field).map(LocalTime::parse);
    }

    public Optional<Integer> number(String field) {
        return one(field).map(Integer::valueOf);
    }

    public Optional<PersonId> person(String field) {
        return one(field).map(PersonId::parse);
    }

    public Optional<Count> count(String field) {
        var parts = many(field);
        return parts.size() == 3
                ? Optional.of(new Count(Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1)),
                        Count.What.valueOf(parts.get(2))))
                : Optional.empty();
    }

    /** Words or a choice's key in a field that no form asks for. */
    public Entries with(String field, String value) {
        return with(new Entries(Map.of(field, List.of(value))));
    }

    /** These entries, and those of the other in place of what stands in the same fields. */
    public Entries with(Entries other) {
        var both = new HashMap<>(values);
        both.putAll(other.values);
        return new Entries(both);
    }

    static List<String> parts(Count count) {
        return List.of(Integer.toString(count.n()), Integer.toString(count.of()), count.what().name());
    }

    private Optional<String> one(String field) {
        return many(field).stream().findFirst();
    }
}
