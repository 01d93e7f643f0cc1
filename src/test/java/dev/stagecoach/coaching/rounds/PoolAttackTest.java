package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A leader of a school looks at three teams together, and may know more: what one of the teams sees of itself, as its
 * coach does, and an answer of their own from before they led. Every way of answering is told, and those that look the
 * same are put together: a team whose people said the same in all of them is found out.
 */
class PoolAttackTest {
    private static final int LEVELS = 4;
    private static final Release.Rule RULE = new Release.Rule(5, LEVELS);
    private static final int TEAMS = 3;
    private static final List<List<Integer>> SIZES = List.of(List.of(4, 4, 4), List.of(5, 3, 2), List.of(5, 5, 2));

    /** Who looks. @param team the one whose figure they know too, or -1 @param own their own answer there, or 0 */
    private record Viewer(int team, int own) {
        static Stream<Viewer> all() {
            return Stream.concat(Stream.of(new Viewer(-1, 0)), IntStream.range(0, TEAMS).boxed()
                    .flatMap(team -> IntStream.rangeClosed(0, LEVELS).mapToObj(own -> new Viewer(team, own))));
        }

        boolean couldHaveSaid(List<List<Integer>> counts) {
            return own == 0 || counts.get(team).get(own - 1) > 0;
        }

        /** The levels of a team, without the viewer's own. */
        List<Integer> others(List<List<Integer>> counts, int of) {
            if (of != team || own == 0) {
                return counts.get(of);
            }
            var others = new ArrayList<>(counts.get(of));
            others.set(own - 1, others.get(own - 1) - 1);
            return others;
        }
    }

    @Test
    void noTeamIsFoundOut() {
        var steps = 0;
        for (var sizes : SIZES) {
            assertThat(found(sizes, counts -> new Pooled(counts).told())).as("teams of %s", sizes).isEmpty();
            steps += worlds(sizes).size();
        }
        assertThat(steps).as("ways of answering that were looked at").isEqualTo(85_435);
    }

    /** The attack is worth something only where it finds what is there to be found. */
    @Test
    void eachLeakIsFound() {
        Function<List<List<Integer>>, Optional<Pooled.Told>> everything = counts -> Optional
                .of(new Pooled.Cells(IntStream.range(0, LEVELS).mapToObj(level -> new Pooled.Cell(level + 1, level + 1,
                        counts.stream().mapToInt(team -> team.get(level)).sum())).toList()));
        assertThat(found(List.of(4, 4, 4), everything)).contains("the leader finds out team 0");
        assertThat(found(List.of(5, 4, 4), everything)).contains("who knows team 0 finds out team 1");
    }

    private static Set<String> found(List<Integer> sizes,
            Function<List<List<Integer>>, Optional<Pooled.Told>> telling) {
        var found = new TreeSet<String>();
        var worlds = worlds(sizes);
        var told = worlds.stream().map(counts -> telling.apply(counts).map(Pooled.Told::key).orElse("nothing"))
                .toList();
        Map<List<Integer>, String> figures = new HashMap<>();
        Viewer.all().forEach(viewer -> {
            Map<String, int[]> alike = new HashMap<>();
            for (var world = 0; world < worlds.size(); world++) {
                var counts = worlds.get(world);
                if (viewer.couldHaveSaid(counts)) {
                    var seen = viewer.team() < 0
                            ? told.get(world)
                            : told.get(world) + figures.computeIfAbsent(counts.get(viewer.team()),
                                    PoolAttackTest::figure);
                    var levels = alike.computeIfAbsent(seen, _ -> new int[TEAMS]);
                    for (var team = 0; team < TEAMS; team++) {
                        levels[team] = narrowed(levels[team], level(viewer.others(counts, team)));
                    }
                }
            }
            alike.values().forEach(levels -> IntStream.range(0, TEAMS)
                    .filter(team -> levels[team] > 0 && team != viewer.team())
                    .forEach(team -> found.add(name(viewer) + " finds out team " + team)));
        });
        return found;
    }

    private static String name(Viewer viewer) {
        return viewer.team() < 0
                ? "the leader"
                : "who knows team " + viewer.team()
                        + (viewer.own() == 0 ? "" : " and said " + viewer.own());
    }

    /** 0 where nothing was seen yet, -1 where more than one level is possible. */
    private static int narrowed(int before, int level) {
        return before == 0 || before == level ? level : -1;
    }

    /** The level that all of them said, or -1. */
    private static int level(List<Integer> counts) {
        var only = -1;
        for (var level = 0; level < counts.size(); level++) {
            if (counts.get(level) > 0) {
                if (only > 0) {
                    return -1;
                }
                only = level + 1;
            }
        }
        return only;
    }

    /** What the team sees of itself. */
    private static String figure(List<Integer> levels) {
        var said = new HashMap<String, Integer>();
        IntStream.range(0, LEVELS).forEach(level -> IntStream.range(0, levels.get(level))
                .forEach(i -> said.put(level + "/" + i, level + 1)));
        return switch (RULE.of(Release.Answers.of(said), List.of(), Optional.empty())) {
            case Release.Levels _ -> levels.toString();
            case Release.SharedView _ -> "shared";
            case Release.ChangeOnly _ -> throw new IllegalStateException("there is no time before");
            case Release.Nothing _ -> "nothing";
        };
    }

    private static List<List<List<Integer>>> worlds(List<Integer> sizes) {
        return ways(sizes.get(0)).stream().flatMap(a -> ways(sizes.get(1)).stream()
                .flatMap(b -> ways(sizes.get(2)).stream().map(c -> List.of(a, b, c)))).toList();
    }

    /** All counts of so many answers. */
    private static List<List<Integer>> ways(int answers) {
        return ways(answers, LEVELS);
    }

    private static List<List<Integer>> ways(int answers, int levels) {
        if (levels == 1) {
            return List.of(Collections.nCopies(1, answers));
        }
        return IntStream.rangeClosed(0, answers).boxed().flatMap(first -> ways(answers - first, levels - 1).stream()
                .map(rest -> Stream.concat(Stream.of(first), rest.stream()).toList())).toList();
    }
}
