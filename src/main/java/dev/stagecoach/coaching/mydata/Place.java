package dev.stagecoach.coaching.mydata;

import java.util.List;
import java.util.Locale;

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
        return DeclaredLines.of(FILE, PARTS).stream().map(Place::of).toList();
    }

    private static Place of(List<String> parts) {
        return new Place(parts.get(0), Fate.valueOf(parts.get(1).toUpperCase(Locale.ROOT)), parts.get(2),
                parts.get(3), parts.get(4));
    }
}
