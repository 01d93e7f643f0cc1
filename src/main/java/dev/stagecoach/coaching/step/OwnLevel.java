package dev.stagecoach.coaching.step;

import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Where a person last placed a practice, asked only for that person's own eyes. */
@FunctionalInterface
public interface OwnLevel {
    Optional<Integer> of(Transaction tx, TeamId team, PersonId person, String practice);
}
