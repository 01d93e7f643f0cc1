package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.stagecoach.people.SchoolStore;
import dev.stagecoach.people.VisibilityMode;
import dev.stagecoach.storage.Transaction;

/**
 * Adds up what the teams of a school said, once enough of them have closed a round. Each round goes into one sum at
 * most, and nothing is counted again.
 */
final class SchoolPool {
    private static final SchoolStore SCHOOLS = new SchoolStore();

    private final RoundStore rounds = new RoundStore();
    private final BehindStore behind = new BehindStore();
    private final FigureStore figures = new FigureStore();
    private final PoolStore pools = new PoolStore();
    private final int levels;
    private final Release.Rule rule;

    SchoolPool(int levels) {
        this.levels = levels;
        this.rule = new Release.Rule(Pooled.ANSWERS, levels);
    }

    /** One team's part; nobody stands in two. @param shown whether the team sees its own figure */
    private record Part(Round round, boolean shown, Map<String, Integer> said) {}

    /** Looks at all that the round asked about, as it closes. */
    void release(Transaction tx, Round round, Instant now) {
        var school = SCHOOLS.of(tx, round.team());
        if (school.agreed() && round.mode() == VisibilityMode.CONFIDENTIAL) {
            var last = SCHOOLS.teams(tx, school.school()).stream().flatMap(team -> rounds.closed(tx, team).stream()
                    .filter(one -> one.mode() == VisibilityMode.CONFIDENTIAL).limit(1)).toList();
            round.figures().forEach(figure -> release(tx, school.school(), figure, last, now));
        }
    }

    private void release(Transaction tx, String school, Reveal.Figure figure, List<Round> last, Instant now) {
        var before = pools.before(tx, school, figure);
        var parts = parts(tx, figure, last.stream().filter(round -> round.practices().contains(figure.practice())
                && before.stream().noneMatch(pool -> pool.rounds().contains(round.id()))).toList());
        var people = parts.stream().flatMap(part -> part.said().keySet().stream()).collect(Collectors.toSet());
        var apart = rule.mayStandBeside(new Release.Answers(people, Set.of(), Map.of(), Set.of()),
                before.stream().map(PoolStore.Before::answers).toList());
        if (apart && parts.stream().filter(part -> !part.shown()).count() != 1) {
            new Pooled(parts.stream().map(part -> Distribution.of(part.said().values(), levels, 0).counts()).toList())
                    .told()
                    .ifPresent(told -> pools.keep(tx, new PoolStore.Pool(school, figure, parts.size(), told, now),
                            parts.stream().collect(Collectors.toMap(part -> part.round().id(),
                                    part -> part.said().keySet()))));
        }
    }

    /** Only a team with answers has a part; who answered in two teams is counted once. */
    private List<Part> parts(Transaction tx, Reveal.Figure figure, List<Round> last) {
        var parts = new ArrayList<Part>();
        var counted = new HashSet<String>();
        for (var round : last) {
            var now = behind.now(tx, round, figure, levels);
            var said = new HashMap<>(now.levels());
            said.keySet().removeIf(person -> now.late().contains(person) || !counted.add(person));
            if (!said.isEmpty()) {
                parts.add(new Part(round, figures.of(tx, round).figures().containsKey(figure), said));
            }
        }
        return parts;
    }
}
