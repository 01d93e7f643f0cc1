package dev.stagecoach.coaching.summary;

import java.time.Instant;

import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Makes final what a summary takes in, in the transaction that plans it. */
@FunctionalInterface
public interface Freeze {

    /** @param until what was asked before it becomes final */
    void before(Transaction tx, TeamId team, Instant until, Instant now);
}
