package dev.stagecoach.people;

import dev.stagecoach.storage.StoredAsText;

/** A team's own id: a time-ordered UUID as text. Any other text, made up by whoever sends it, is no team's. */
public record TeamId(String value) implements StoredAsText {
    /** Reads what {@link #toString} wrote. */
    public static TeamId parse(String text) {
        return new TeamId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
