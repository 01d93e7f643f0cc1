package dev.stagecoach.people;

/** A team's own id: a time-ordered UUID as text. */
public record TeamId(String value) {
    public TeamId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a team id cannot be empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
