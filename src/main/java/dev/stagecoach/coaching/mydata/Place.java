package dev.stagecoach.coaching.mydata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A table, and what it holds of a person.
 *
 * @param title what people call it; empty for {@link Fate#NONE}
 * @param where which rows are those of {@code :person}, in SQL
 * @param why why it stays; empty for all others
 */
record Place(String table, Fate fate, String title, String where, String why) {
    private static final String FILE = "/db/personal-data.txt";
    private static final int PARTS = 5;

    /** What happens to it when its person deletes what is theirs. */
    enum Fate {
        GOES, STAYS, NONE
    }

    /** Every table of the database; what goes stands in the order in which it is deleted. */
    static List<Place> all() {
        try (var stream = Place.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " was not packaged");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(Place::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static Place of(String line) {
        // "\|\|" joins texts in SQL.
        var parts = Stream.of(line.split("(?<!\\\\)\\|", -1)).map(part -> part.replace("\\|", "|").strip()).toList();
        if (parts.size() != PARTS) {
            throw new IllegalStateException(FILE + ": " + PARTS + " parts, please: " + line);
        }
        return new Place(parts.get(0), Fate.valueOf(parts.get(1).toUpperCase(Locale.ROOT)), parts.get(2),
                parts.get(3), parts.get(4));
    }
}
