package dev.stagecoach.coaching.team;

import java.util.List;
import java.util.Set;

import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Role;
import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * A team as it is now: its settings, who is in it, and whom its coach leaves out.
 *
 * @param waits whether its school has not said yet that it is one of its teams
 */
record Lineup(Team team, List<Member> members, Set<PersonId> leftOut, boolean waits) {
    Lineup {
        members = List.copyOf(members);
        leftOut = Set.copyOf(leftOut);
    }

    static Lineup of(Transaction tx, People people, Team team) {
        return new Lineup(team, people.members().of(tx, team.id()), people.teams().leftOut(tx, team.id()),
                !new SchoolStore().of(tx, team.id()).agreed());
    }

    List<Member> in(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    String names(Role role) {
        return String.join(", ", in(role).stream().map(Member::name).toList());
    }

    /** Its coaches edit a team; where none is left, whoever belongs to it. */
    boolean mayEdit(PersonId person) {
        var coaches = in(Role.COACH);
        return (coaches.isEmpty() ? members : coaches).stream().anyMatch(member -> member.person().equals(person));
    }

    boolean has(PersonId person) {
        return members.stream().anyMatch(member -> member.person().equals(person));
    }

    boolean coaches(PersonId person) {
        return in(Role.COACH).stream().anyMatch(member -> member.person().equals(person));
    }
}
