package dev.stagecoach.coaching.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.people.Member;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.Team;
import dev.stagecoach.storage.Transaction;

/**
 * The time that a summary covers, in days of the team's zone whoever reads it.
 *
 * @param elsewhere whether a reader lives by another clock, so that the days need their zone's name
 */
record Covered(Team team, Period period, boolean elsewhere) {

    /** @param asker who reads it, where that need not be somebody of the team */
    static Covered of(Transaction tx, People people, Team team, Period period, Optional<PersonId> asker) {
        var readers = Stream.concat(people.members().of(tx, team.id()).stream().map(Member::person), asker.stream())
                .distinct().toList();
        return new Covered(team, period, people.members().people(tx, readers).values().stream()
                .flatMap(person -> person.knownZone().stream()).anyMatch(zone -> differs(zone, team.zone(), period)));
    }

    private static boolean differs(ZoneId one, ZoneId other, Period period) {
        return Stream.of(period.from(), period.until())
                .anyMatch(at -> !one.getRules().getOffset(at).equals(other.getRules().getOffset(at)));
    }

    String title() {
        return team.name() + ", " + dates();
    }

    /** For example "Sep 12 – 18, 2026"; the last day is the one that the period still touches. */
    String dates() {
        var touched = period.until().isAfter(period.from()) ? period.until().minusMillis(1) : period.until();
        return DateText.daysAndYear(LocalDate.ofInstant(period.from(), team.zone()),
                LocalDate.ofInstant(touched, team.zone()))
                + (elsewhere ? " (" + DateText.zone(team.zone()) + ")" : "");
    }
}
