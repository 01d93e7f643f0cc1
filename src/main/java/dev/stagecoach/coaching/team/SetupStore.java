package dev.stagecoach.coaching.team;

import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Who set up which team. */
final class SetupStore {

    Optional<PersonId> by(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select created_by from team where id = :team").bind("team", team.value())
                .map((row, _) -> PersonId.parse(row.getString("created_by"))).findOne();
    }
}
