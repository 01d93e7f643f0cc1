package dev.stagecoach.coaching.stage;

import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/** Who coaches a team and who its members are, at this moment. */
record Roles(Set<PersonId> coaches, Set<PersonId> members) {
    Roles {
        coaches = Set.copyOf(coaches);
        members = Set.copyOf(members);
    }

    static Roles of(People people, Transaction tx, TeamId team) {
        return new Roles(people.members().coaches(tx, team), people.members().of(tx, team, Role.MEMBER).stream()
                .map(Member::person).collect(Collectors.toSet()));
    }

    /** Whether this is the team's only coach, whose proposals the members answer. */
    boolean onlyCoach(PersonId person) {
        return coaches.equals(Set.of(person));
    }

    /** Whether this is the only coach of a team without members, so that nobody could answer. */
    boolean alone(PersonId person) {
        return onlyCoach(person) && members.isEmpty();
    }
}
