package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.stagecoach.coaching.mydata.PersonalDataStore.Held;
import dev.stagecoach.people.PersonId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is kept of a person, as data and as a page to read. Times are in UTC. */
record Copy(PersonId person, Instant made, List<Held> held) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Columns of moments, in epoch milliseconds. */
    private static final Pattern MOMENT = Pattern.compile("at|.*_at|.*_until|since|until");
    private static final long MILLIS = 100_000_000_000L;

    /** Each table with its rows, by the names of its columns. */
    String json() {
        var root = JSON.createObjectNode().put("person", person.toString()).put("made", made.toString());
        var tables = root.putArray("data");
        for (var one : held) {
            var table = tables.addObject().put("what", one.place().title()).put("table", one.place().table())
                    .put("whenYouDelete", one.place().fate() == Place.Fate.GOES ? "goes" : "stays")
                    .put("why", one.place().why());
            var rows = table.putArray("rows");
            one.rows().forEach(row -> add(rows.addObject(), row));
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void add(ObjectNode node, Map<String, Object> row) {
        row.forEach((column, value) -> {
            switch (value) {
                case null -> node.putNull(column);
                case Number number when moment(column, number) -> node.put(column, at(number));
                case Number number -> node.put(column, number.longValue());
                default -> node.put(column, value.toString());
            }
        });
    }

    private static boolean moment(String column, Number number) {
        return number.longValue() > MILLIS && MOMENT.matcher(column).matches();
    }

    private static String at(Number number) {
        return Instant.ofEpochMilli(number.longValue()).toString();
    }

    String page() {
        var page = new StringBuilder(
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>My data</title>"
                        + "<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
                        + "td,th{text-align:left;vertical-align:top;padding:.2em 1em .2em 0}</style></head><body>")
                .append("<h1>What Stagecoach keeps about you</h1><p>As of ").append(made).append(" (UTC).</p>");
        for (var one : held) {
            page.append("<h2>").append(escaped(one.place().title())).append("</h2><p>")
                    .append(one.place().fate() == Place.Fate.GOES
                            ? "Goes when you delete your data."
                            : "Stays when you delete your data: " + escaped(one.place().why()) + ".")
                    .append("</p>");
            one.rows().forEach(row -> add(page, row));
        }
        return page.append("</body></html>").toString();
    }

    private static void add(StringBuilder page, Map<String, Object> row) {
        page.append("<table>");
        row.forEach((column, value) -> {
            if (value != null && !value.toString().isEmpty()) {
                var shown = value instanceof Number number && moment(column, number) ? at(number) : value.toString();
                page.append("<tr><th>").append(escaped(column.replace('_', ' '))).append("</th><td>")
                        .append(escaped(shown)).append("</td></tr>");
            }
        });
        page.append("</table><hr>");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
