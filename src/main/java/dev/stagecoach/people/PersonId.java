package dev.stagecoach.people;

import java.util.Optional;

/** A person, by the chat service's ids. Stored and shown in logs as {@code workspace/user}. */
public record PersonId(String workspace, String user) implements Address {
    public PersonId {
        if (workspace.isBlank() || user.isBlank() || workspace.contains("/") || user.contains("/")) {
            throw new IllegalArgumentException(
                    "a user needs a workspace and an id: '" + workspace + "', '" + user + "'");
        }
    }

    /** Reads what {@link #toString} wrote; refuses any other text. */
    public static PersonId parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a user id: " + text));
    }

    /** Reads any text; empty where {@link #toString} did not write it. */
    public static Optional<PersonId> find(String text) {
        var parts = text.split("/", -1);
        return parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank()
                ? Optional.of(new PersonId(parts[0], parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return workspace + "/" + user;
    }
}
