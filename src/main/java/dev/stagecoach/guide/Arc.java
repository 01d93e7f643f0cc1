package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/** How a team plans its own learning: sessions to start from, and what each practice asks people to be able to do. */
public record Arc(List<Session> sessions, List<Capacity> capacities) {
    static final Arc NONE = new Arc(List.of(), List.of());

    public Arc {
        sessions = List.copyOf(sessions);
        capacities = List.copyOf(capacities);
    }

    /** What people need to be able to do for a practice. */
    public Optional<String> capacity(String practice) {
        return capacities.stream().filter(one -> one.practice().equals(practice)).map(Capacity::text).findFirst();
    }

    /** A session to start from; {@code {practice}} in its texts is filled in. */
    public record Session(String key, String purpose, String task, String followUp) {}

    /** What a practice, by its key, asks people to be able to do. */
    public record Capacity(String practice, String text) {}
}
