package dev.stagecoach.coaching.brief;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.guide.Coaching.Sight;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Something that another room can see of a team, for which the guide may have a question to ask. */
public record Observed(Sight sight, Because because) {

    /** Why it is so now, as it reads after "because"; empty where it is not. */
    @FunctionalInterface
    public interface Because {
        Optional<String> of(Transaction tx, Team team, Instant now);
    }
}
