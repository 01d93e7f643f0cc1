package dev.stagecoach.delivery;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/** How many nudges a person gets from Monday to Sunday at most, of all teams together. */
@FunctionalInterface
public interface Budget {
    /** One a week; more of them drive people away (checklist.md, part 3). */
    Budget USUAL = (_, _, _) -> 1;

    /** @param team whose nudge it is that asks */
    int aWeek(Transaction tx, Team team, PersonId person);
}
