package dev.stagecoach.people;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes the days of some teams and people, read together. Who or what is missing is as usual.
 *
 * @param school the days off of the teams' schools
 */
public record Days(Map<TeamId, TeamHours> hours, Map<TeamId, List<DaysOff>> school, Map<PersonId, Person> people,
        Map<PersonId, Preference> wishes) {

    /** The team's hours, in its zone, with its school's days off. */
    public Day ofTeam(Team team) {
        return new Day(team.zone(), quiet(team), school(team));
    }

    /** The person's hours as a part of this team, in the person's own zone: the team's, and the person's own wishes. */
    public Day ofPerson(Team team, PersonId person) {
        var wish = wishes.getOrDefault(person, Preference.NONE);
        var quiet = quiet(team);
        var off = new ArrayList<>(school(team));
        wish.vacation().ifPresent(off::add);
        return new Day(zone(person).orElse(team.zone()), wish.quiet().map(quiet::and).orElse(quiet), off);
    }

    /** Where the person is, if that is known. */
    public Optional<ZoneId> zone(PersonId person) {
        return Optional.ofNullable(people.get(person)).flatMap(Person::knownZone);
    }

    private QuietHours quiet(Team team) {
        return hours.getOrDefault(team.id(), TeamHours.USUAL).quiet();
    }

    private List<DaysOff> school(Team team) {
        return school.getOrDefault(team.id(), List.of());
    }
}
