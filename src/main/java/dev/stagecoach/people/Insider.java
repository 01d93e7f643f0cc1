package dev.stagecoach.people;

import java.util.Optional;

import dev.stagecoach.storage.Transaction;

/** Somebody who belongs to a team at this moment, and what they may do there. */
public record Insider(Team team, PersonId person, Standing standing) {

    /** Empty where there is no such team, and for whoever does not belong to it. */
    public static Optional<Insider> of(Transaction tx, People people, TeamId id, PersonId person) {
        return people.teams().find(tx, id)
                .map(team -> new Insider(team, person, people.members().standing(tx, id, person)))
                .filter(one -> one.standing().belongs());
    }
}
