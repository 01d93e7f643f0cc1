package dev.stagecoach.coaching.mydata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table, and which of its rows are deleted when their time is over.
 *
 * @param term empty where it stays
 * @param where which rows are over, older than {@code :before}, in SQL; for what stays, why it does
 */
record Expiry(String table, Optional<Term> term, String where) {
    private static final String FILE = "/db/retention.txt";
    private static final int PARTS = 3;
    private static final String STAYS = "stays";

    /** Every table of the database, in the order in which rows are deleted; some with several terms. */
    static List<Expiry> all() {
        return DeclaredLines.of(FILE, PARTS).stream().map(Expiry::of).toList();
    }

    private static Expiry of(List<String> parts) {
        var word = parts.get(1);
        if (parts.get(2).isEmpty()) {
            throw new IllegalStateException(FILE + ": which rows of " + parts.get(0) + ", or why it stays?");
        }
        return new Expiry(parts.get(0), word.equals(STAYS)
                ? Optional.empty()
                : Optional.of(Term.valueOf(word.toUpperCase(Locale.ROOT))), parts.get(2));
    }
}
