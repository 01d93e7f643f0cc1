package dev.stagecoach.coaching.checkin;

import java.util.Optional;

import dev.stagecoach.guide.Practice;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Which practice a team is taking up now. */
@FunctionalInterface
public interface Focus {

    /** The practice, or empty where the team has not chosen one. */
    Optional<Practice> of(Transaction tx, TeamId team);
}
