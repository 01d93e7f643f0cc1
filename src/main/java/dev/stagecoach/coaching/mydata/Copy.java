package dev.stagecoach.coaching.mydata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.stagecoach.coaching.mydata.PersonalDataStore.Held;
import dev.stagecoach.people.PersonId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is kept of a person, as data. Times are in UTC. */
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

    static boolean moment(String column, Number number) {
        return number.longValue() > MILLIS && MOMENT.matcher(column).matches();
    }

    private static String at(Number number) {
        return Instant.ofEpochMilli(number.longValue()).toString();
    }
}
