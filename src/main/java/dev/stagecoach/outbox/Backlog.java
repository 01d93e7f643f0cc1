package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The health of delivery, over all teams.
 *
 * @param waiting messages whose time has come and that have not gone out
 * @param oldest since when the oldest of them waits
 * @param failures of the period, the most frequent reason first
 */
public record Backlog(int waiting, Optional<Instant> oldest, List<Failure> failures) {
    public Backlog {
        failures = List.copyOf(failures);
    }

    /** How many messages could not be sent for this reason. */
    public record Failure(String reason, int count) {}

    public int failed() {
        return failures.stream().mapToInt(Failure::count).sum();
    }
}
