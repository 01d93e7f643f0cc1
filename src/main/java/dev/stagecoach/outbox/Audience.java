package dev.stagecoach.outbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.stagecoach.outbox.SendRules.Allowance;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.Days;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Subscription;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.storage.Transaction;

/**
 * What is known of those whom some messages are for, in a few reads however many they are.
 *
 * @param spent when messages lately used one of a person's nudges
 * @param aWeek how many nudges there are
 * @param sent those of the messages followed that went out
 */
record Audience(Map<TeamId, Team> teams, Days days, Map<Address, List<Instant>> spent, Map<PersonId, Integer> aWeek,
        Set<String> sent) {
    private static final DeliveryStore DELIVERIES = new DeliveryStore();

    /** @param since nudges before do not count */
    static Audience of(Transaction tx, People people, Collection<Claim> claims, Instant since) {
        var teams = people.teams().find(tx, claims.stream().map(claim -> claim.delivery().team()).distinct().toList());
        var persons = claims.stream().map(claim -> claim.delivery().to()).filter(PersonId.class::isInstance)
                .map(PersonId.class::cast).distinct().toList();
        var followed = claims.stream().flatMap(claim -> claim.links().follows().stream()).distinct().toList();
        return new Audience(teams, people.days().days(tx, teams.values(), persons),
                persons.isEmpty() ? Map.of() : DELIVERIES.spent(tx, persons, since),
                persons.isEmpty() ? Map.of() : people.days().nudgesPerWeek(tx, persons),
                followed.isEmpty() ? Set.of() : DELIVERIES.sentAmong(tx, followed));
    }

    /** The reader's hours; usual ones where the team is gone. */
    Day day(TeamId id, Address reader) {
        var team = Optional.ofNullable(teams.get(id));
        return switch (reader) {
            case PersonId person -> team.map(one -> days.ofPerson(one, person))
                    .orElseGet(() -> usual(days.zone(person)));
            case ChannelId _ -> team.map(days::ofTeam).orElseGet(() -> usual(Optional.empty()));
        };
    }

    private static Day usual(Optional<ZoneId> zone) {
        return new Day(zone.orElse(ZoneOffset.UTC), QuietHours.USUAL, List.of());
    }

    /** Whether the person wants messages of this kind at all. */
    boolean wants(PersonId person, Subscription kind) {
        return days.wishes().getOrDefault(person, Preference.NONE).wants(kind);
    }

    /** What the person's week, which began at that moment, has left. */
    Allowance allowance(PersonId person, Instant monday, Optional<Instant> latest) {
        var used = spent.getOrDefault(person, List.of()).stream().filter(at -> !at.isBefore(monday)).count();
        return new Allowance((int) used, aWeek.getOrDefault(person, NudgeBudget.USUAL.nudgesPerWeek()),
                latest);
    }
}
