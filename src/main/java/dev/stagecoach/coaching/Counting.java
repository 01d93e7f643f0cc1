package dev.stagecoach.coaching;

import java.time.Instant;
import java.util.List;

import dev.stagecoach.people.Standing;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Counts the guide's facts for a team's journey with a practice, whichever rooms know of them. */
@FunctionalInterface
public interface Counting {
    List<Counted> counted(Transaction tx, Team team, String practice, Instant now);

    /** Whether somebody so placed may do what a {@link Counted#click} leads to. */
    default boolean mayClick(String click, Standing standing) {
        return true;
    }
}
