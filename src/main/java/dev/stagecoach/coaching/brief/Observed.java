package dev.stagecoach.coaching.brief;

import java.time.Instant;

import dev.stagecoach.guide.Coaching.Sight;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Something that another room can see of a team, for which the guide may have a question to ask. */
public record Observed(Sight sight, Holds holds) {

    /** Whether it is so now. */
    @FunctionalInterface
    public interface Holds {
        boolean of(Transaction tx, Team team, Instant now);
    }
}
