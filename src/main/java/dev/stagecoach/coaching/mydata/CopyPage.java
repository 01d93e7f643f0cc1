package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.mydata.PersonalDataStore.Held;
import dev.stagecoach.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person, to read: a table for each kind, with times as that person reads them. What only joins one
 * row to another is left out here; the copy as data has it.
 */
record CopyPage(PersonId person, DateText dates, List<Held> held) {
    private static final Pattern JOINING = Pattern
            .compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Columns with words of ours, which stand in capitals in the database. */
    private static final Set<String> OURS = Set.of("kind", "state", "role", "mode", "shown", "audience");
    private static final String STYLE = "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
            + "table{border-collapse:collapse}td,th{text-align:left;vertical-align:top;padding:.3em 1em .3em 0;"
            + "border-bottom:1px solid #ddd;white-space:pre-wrap}";

    String html(Instant made) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>My data</title><style>" + STYLE
                + "</style></head><body><h1>What Stagecoach keeps about you</h1><p>As of "
                + escaped(dates.momentInZone(made)) + ". Ids that only I need are left out here; "
                + "my-data.json has everything.</p>" + held.stream().map(this::section).collect(Collectors.joining())
                + "</body></html>";
    }

    private String section(Held one) {
        var rows = one.rows().stream().map(this::shown).toList();
        var columns = rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
        var table = columns.isEmpty()
                ? ""
                : "<table>" + row("th", columns.stream().map(column -> column.replace('_', ' ')).toList())
                        + rows.stream().map(row -> row("td", columns.stream()
                                .map(column -> row.getOrDefault(column, "")).toList())).collect(Collectors.joining())
                        + "</table>";
        return "<h2>" + escaped(one.place().title()) + ": " + one.rows().size() + "</h2><p>"
                + (one.place().fate() == Place.Fate.GOES
                        ? "Goes when you delete your data."
                        : "Stays when you delete your data: " + escaped(one.place().why()) + ".")
                + "</p>" + table;
    }

    private static String row(String cell, List<String> values) {
        return values.stream().map(value -> "<" + cell + ">" + escaped(value) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** What there is in it for a person to read, in the order of its columns. */
    private Map<String, String> shown(Map<String, Object> row) {
        var shown = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> shown(column, value).ifPresent(words -> shown.put(column, words)));
        return shown;
    }

    /** Empty where there is nothing in it for a person to read. */
    private Optional<String> shown(String column, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number && Copy.moment(column, number)) {
            return Optional.of(dates.moment(Instant.ofEpochMilli(number.longValue())));
        }
        var words = value.toString();
        return words.isEmpty() || words.equals(person.toString()) || JOINING.matcher(words).matches()
                ? Optional.empty()
                : Optional.of(OURS.contains(column) ? words.toLowerCase(Locale.ROOT).replace('_', ' ') : words);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
