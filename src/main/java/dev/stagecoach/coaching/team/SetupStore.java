package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** How often the settings of teams were changed, and by whom last. */
final class SetupStore {

    /** How often the team's settings have been changed. */
    int edits(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select number from team_edit where team = :team").bind("team", team)
                .mapTo(Integer.class).findOne().orElse(0);
    }

    Optional<PersonId> editor(Transaction tx, TeamId team) {
        return tx.handle().createQuery("select person from team_edit where team = :team").bind("team", team)
                .mapTo(PersonId.class).findOne();
    }

    /** Counts a change that was made on the settings after {@code seen} changes; false where there were more. */
    boolean edit(Transaction tx, TeamId team, int seen, PersonId by, Instant now) {
        return tx.handle().createUpdate("""
                insert into team_edit (team, number, person, at) values (:team, :seen + 1, :person, :now)
                on conflict (team) do update set number = excluded.number, person = excluded.person, at = excluded.at
                where team_edit.number = :seen
                """).bind("team", team).bind("seen", seen).bind("person", by).bind("now", now).execute() == 1;
    }
}
