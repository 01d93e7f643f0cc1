package dev.stagecoach.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is simulated. The same scope is the same story, but for how parallel work of the bot interleaves.
 *
 * @param to the last day
 * @param teams their numbers; a team is the same whoever else is there
 * @param nodes how many processes of the bot share the database
 * @param only the keys of what happens beside the everyday; everything that the seed brings where it is empty
 */
public record Scope(LocalDate from, LocalDate to, List<Integer> teams, long seed, int nodes,
        Optional<Set<String>> only) {
    public Scope {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a simulation ends on " + to + ", before it begins on " + from);
        }
        teams = List.copyOf(teams);
        only = only.map(Set::copyOf);
    }

    /** The teams from the first on, and whatever the seed brings. */
    public static Scope of(LocalDate from, LocalDate to, int teams, long seed, int nodes) {
        return new Scope(from, to, IntStream.range(0, teams).boxed().toList(), seed, nodes, Optional.empty());
    }

    /** The same with another seed. */
    public Scope seeded(long other) {
        return new Scope(from, to, teams, other, nodes, only);
    }

    Scope until(LocalDate earlier) {
        return new Scope(from, earlier, teams, seed, nodes, only);
    }

    Scope withTeams(List<Integer> fewer) {
        return new Scope(from, to, fewer, seed, nodes, only);
    }

    Scope with(Set<String> happenings) {
        return new Scope(from, to, teams, seed, nodes, Optional.of(happenings));
    }

    SeededRandom random(Object... about) {
        return SeededRandom.of(seed, about);
    }
}
