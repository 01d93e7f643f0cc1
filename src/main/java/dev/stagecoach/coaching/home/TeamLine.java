package dev.stagecoach.coaching.home;

import java.util.Optional;

import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** Where a team stands in a line, for example "Stage: Explore · Goal: none yet". */
@FunctionalInterface
public interface TeamLine {

    Optional<String> of(Transaction tx, Team team);
}
