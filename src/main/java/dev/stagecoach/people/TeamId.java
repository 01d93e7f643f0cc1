package dev.stagecoach.people;

import dev.stagecoach.storage.StoredAsText;

/** A team's own id: a time-ordered UUID as text. */
public record TeamId(String value) implements StoredAsText {
    public TeamId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a team id cannot be empty");
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static TeamId parse(String text) {
        return new TeamId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
