package dev.stagecoach.people;

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
        var slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a user id: " + text);
        }
        return new PersonId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return workspace + "/" + user;
    }
}
