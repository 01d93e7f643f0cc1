package dev.stagecoach.coaching.team;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Who is beside whom, and which steps are done. */
final class WelcomeStore {

    /** @param newcomer empty for whoever looks after newcomers while nobody is new */
    void name(Transaction tx, TeamId team, Optional<PersonId> newcomer, PersonId buddy, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into induction_buddy (team, newcomer, buddy, person, at)
                values (:team, :newcomer, :buddy, :person, :now)
                on conflict (team, newcomer) do update set buddy = excluded.buddy, person = excluded.person,
                    at = excluded.at
                """).bind("team", team).bind("newcomer", key(team, newcomer)).bind("buddy", buddy)
                .bind("person", by).bind("now", now).execute();
    }

    Optional<PersonId> buddy(Transaction tx, TeamId team, Optional<PersonId> newcomer) {
        return tx.handle().createQuery("select buddy from induction_buddy where team = :team and newcomer = :newcomer")
                .bind("team", team).bind("newcomer", key(team, newcomer)).mapTo(PersonId.class).findOne();
    }

    private static String key(TeamId team, Optional<PersonId> newcomer) {
        return newcomer.map(PersonId::toString).orElse(team.value());
    }

    /** Keys of the newcomer's month that are done, by whoever's step it was. */
    Set<String> done(Transaction tx, TeamId team, PersonId newcomer) {
        return tx.handle().createQuery("select step from induction_done where team = :team and newcomer = :newcomer")
                .bind("team", team).bind("newcomer", newcomer).mapTo(String.class).stream()
                .collect(Collectors.toSet());
    }

    void done(Transaction tx, TeamId team, PersonId newcomer, String step, PersonId by, Instant now) {
        tx.handle().createUpdate("""
                insert into induction_done (team, newcomer, step, person, at)
                values (:team, :newcomer, :step, :person, :now) on conflict (team, newcomer, step) do nothing
                """).bind("team", team).bind("newcomer", newcomer).bind("step", step)
                .bind("person", by).bind("now", now).execute();
    }
}
