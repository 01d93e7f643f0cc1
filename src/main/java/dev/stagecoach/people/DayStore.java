package dev.stagecoach.people;

import java.util.List;

import dev.stagecoach.storage.Transaction;

/** When teams and people may hear from the bot on its own. */
public final class DayStore {

    /** The team's hours, in its zone. */
    public Day ofTeam(Transaction tx, Team team) {
        return new Day(team.zone(), QuietHours.USUAL, List.of());
    }

    /** The person's hours as a part of this team, in the person's own zone. */
    public Day ofPerson(Transaction tx, Team team, PersonId person) {
        return new Day(new MemberStore().person(tx, person).map(Person::zone).orElse(team.zone()), QuietHours.USUAL,
                List.of());
    }
}
