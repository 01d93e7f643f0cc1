package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody collects all that is ever shown of a season and knows how it is decided. For each season every possible way
 * of answering is told, and those that look the same are put together: whoever said the same in all of them is found.
 */
class ReleaseAttackTest {
    private static final int ENOUGH = 3;
    private static final int HIGHEST = 3;
    private static final Release.Rule RULE = new Release.Rule(ENOUGH, HIGHEST);

    /** One way to decide what is shown. */
    private interface Releasing {
        Release of(Release.Answers now, List<Release.Answers> shown, Optional<Release.Answers> before);
    }

    /** A team's round, with those who answer it; the planted ones came after it had opened and tell what they said. */
    private record Asked(String team, List<String> people, Set<String> planted) {
        static Asked of(String team, String people) {
            return new Asked(team, List.of(people.split("")), Set.of());
        }

        Asked planted(String... accounts) {
            return new Asked(team, Stream.concat(people.stream(), Stream.of(accounts)).toList(), Set.of(accounts));
        }
    }

    private record Shown(String team, Release.Answers answers, boolean levels) {}

    private static final List<List<Asked>> SEASONS = List.of(
            List.of(Asked.of("A", "abc")),
            List.of(Asked.of("A", "abcd"), Asked.of("A", "abcd")),
            // One leaves and another joins.
            List.of(Asked.of("A", "abcd"), Asked.of("A", "abce")),
            // One leaves, and comes back.
            List.of(Asked.of("A", "abcd"), Asked.of("A", "abc")),
            List.of(Asked.of("A", "abcd"), Asked.of("A", "bcd")),
            // A fourth joins, and nobody moves after that.
            List.of(Asked.of("A", "abc"), Asked.of("A", "abcd"), Asked.of("A", "abcd")),
            // As many as are enough join.
            List.of(Asked.of("A", "abc"), Asked.of("A", "abcdef")),
            // Two teams with people in common.
            List.of(Asked.of("A", "abc"), Asked.of("B", "abcd")),
            List.of(Asked.of("A", "abcd"), Asked.of("B", "abc"), Asked.of("A", "abc")),
            // Accounts that are added for the purpose.
            List.of(Asked.of("A", "ab").planted("x")), List.of(Asked.of("A", "abc").planted("x"), Asked.of("A", "abc")),
            List.of(Asked.of("A", "abc"), Asked.of("A", "abc").planted("x", "y")));

    @Test
    void nobodyIsFoundInAnySeason() {
        assertThat(SEASONS.parallelStream().flatMap(season -> found(season, RULE::of).stream()
                .map(found -> season + ": " + found))).isEmpty();
    }

    /** The same where some cannot say yet: how many these are is told, beside the levels. */
    @Test
    void nobodyIsFoundWhereSomeCannotSay() {
        var seasons = List.of(List.of(Asked.of("A", "abcd"), Asked.of("A", "abcd")),
                List.of(Asked.of("A", "abcd"), Asked.of("A", "abc")),
                List.of(Asked.of("A", "abc"), Asked.of("A", "abcd")),
                List.of(Asked.of("A", "abcd"), Asked.of("B", "abcd")));
        assertThat(seasons.parallelStream().flatMap(season -> found(season, RULE::of, 0).stream()
                .map(found -> season + ": " + found))).isEmpty();
    }

    /** The attack is worth something only where it finds what is there to be found. */
    @Test
    void eachLeakIsFound() {
        Releasing all = (now, _, before) -> new Release.Levels(before.map(then -> change(then, now)));
        Releasing forgetful = (now, _, before) -> RULE.of(now, List.of(), before);
        Releasing blindToUnanimity = (now, shown, before) -> RULE.of(now, shown, before) instanceof Release.SharedView
                ? new Release.Levels(Optional.empty())
                : RULE.of(now, shown, before);
        Releasing blindToLate = (now, shown, before) -> RULE
                .of(new Release.Answers(now.people(), Set.of(), now.levels(),
                        Set.of()), shown, before);
        Releasing anyChange = (now, shown, before) -> before.isPresent() && RULE.of(now, shown,
                before) instanceof Release.Nothing
                        ? new Release.ChangeOnly(change(before.orElseThrow(), now))
                        : RULE.of(now, shown, before);
        assertThat(found(List.of(Asked.of("A", "ab")), all)).isNotEmpty();
        assertThat(found(List.of(Asked.of("A", "abcd"), Asked.of("A", "abce")), all)).contains(" finds d0");
        assertThat(found(List.of(Asked.of("A", "abc"), Asked.of("A", "abcd"), Asked.of("A", "abcd")), forgetful))
                .contains(" finds d1");
        assertThat(found(List.of(Asked.of("A", "abc")), blindToUnanimity)).isNotEmpty();
        assertThat(found(List.of(Asked.of("A", "ab").planted("x")), blindToLate)).isNotEmpty();
        assertThat(found(List.of(Asked.of("A", "abcd"), Asked.of("A", "abc")), anyChange)).contains(" finds d0");
    }

    private static Change change(Release.Answers then, Release.Answers now) {
        return Change.of(then.levels(), now.levels());
    }

    private static Set<String> found(List<Asked> season, Releasing releasing) {
        return found(season, releasing, 1);
    }

    /** Whose levels follow for whom. @param lowest 0 where people may be unsure */
    private static Set<String> found(List<Asked> season, Releasing releasing, int lowest) {
        var open = IntStream.range(0, season.size()).boxed().flatMap(round -> season.get(round).people().stream()
                .map(person -> person + round)).toList();
        var people = season.stream().flatMap(asked -> asked.people().stream()).distinct().toList();
        var viewers = Stream.concat(Stream.of(""), people.stream()).toList();
        List<Map<String, int[]>> seen = viewers.stream().<Map<String, int[]>>map(_ -> new HashMap<>()).toList();
        var worlds = (int) Math.pow(HIGHEST + 1 - lowest, open.size());
        for (var world = 0; world < worlds; world++) {
            var levels = levels(open.size(), world, lowest);
            var told = told(season, levels, releasing);
            for (var viewer = 0; viewer < viewers.size(); viewer++) {
                var known = told + own(season, open, levels, viewers.get(viewer));
                var together = seen.get(viewer).computeIfAbsent(known, _ -> levels.clone());
                for (var i = 0; i < together.length; i++) {
                    together[i] = together[i] == levels[i] ? together[i] : 0;
                }
            }
        }
        return found(season, open, viewers, seen);
    }

    private static Set<String> found(List<Asked> season, List<String> open, List<String> viewers,
            List<Map<String, int[]>> seen) {
        var found = new HashSet<String>();
        for (var viewer = 0; viewer < viewers.size(); viewer++) {
            for (var together : seen.get(viewer).values()) {
                for (var i = 0; i < together.length; i++) {
                    var who = open.get(i).substring(0, 1);
                    if (together[i] > 0 && !who.equals(viewers.get(viewer)) && season.stream().noneMatch(
                            asked -> asked.planted().contains(who))) {
                        found.add(viewers.get(viewer) + " finds " + open.get(i));
                    }
                }
            }
        }
        return found;
    }

    private static int[] levels(int size, int world, int lowest) {
        var levels = new int[size];
        var ways = HIGHEST + 1 - lowest;
        for (int i = 0, rest = world; i < size; i++, rest /= ways) {
            levels[i] = lowest + rest % ways;
        }
        return levels;
    }

    /** What the one who looks knows: the own answers, and those of the planted. */
    private static String own(List<Asked> season, List<String> open, int[] levels, String viewer) {
        var own = new StringBuilder();
        for (var i = 0; i < levels.length; i++) {
            var who = open.get(i).substring(0, 1);
            if (who.equals(viewer) || season.stream().anyMatch(asked -> asked.planted().contains(who))) {
                own.append(levels[i]);
            }
        }
        return own.toString();
    }

    private static String told(List<Asked> season, int[] levels, Releasing releasing) {
        var shown = new ArrayList<Shown>();
        var told = new StringBuilder();
        var next = 0;
        for (var asked : season) {
            var said = new HashMap<String, Integer>();
            var unsure = new HashSet<String>();
            for (var person : asked.people()) {
                var level = levels[next++];
                if (level == 0) {
                    unsure.add(person);
                } else {
                    said.put(person, level);
                }
            }
            var now = new Release.Answers(said.keySet(), unsure, said, asked.planted());
            var before = shown.reversed().stream()
                    .filter(one -> one.team().equals(asked.team()) && one.levels()).map(Shown::answers).findFirst();
            var release = releasing.of(now, shown.stream().map(Shown::answers).toList(), before);
            told.append(words(release, now)).append(';');
            if (release instanceof Release.Levels || release instanceof Release.SharedView) {
                shown.add(new Shown(asked.team(), now, release instanceof Release.Levels));
            }
        }
        return told.toString();
    }

    private static String words(Release release, Release.Answers said) {
        var counts = new int[HIGHEST + 1];
        if (release instanceof Release.Levels) {
            said.levels().values().forEach(level -> counts[level]++);
        }
        if (release instanceof Release.Levels || release instanceof Release.SharedView) {
            counts[0] = said.unsure().size();
        }
        var change = release.moved().map(one -> one.up() + "/" + one.same() + "/" + one.down() + "/" + one.joined()
                + "/" + one.left()).orElse("");
        return release.getClass().getSimpleName() + (release instanceof Release.Nothing(var why) ? why : "")
                + IntStream.of(counts).mapToObj(String::valueOf).collect(Collectors.joining()) + change;
    }

    /**
     * Seasons of grown teams, with the minimum of a school: whoever adds up and takes away any figures that were shown
     * never comes to a group of fewer people.
     */
    @Test
    void noSumOfFiguresIsOfAFew() {
        var rule = new Release.Rule(5, 4);
        Releasing unaware = (now, _, before) -> rule.of(now, List.of(), before);
        var leaking = 0;
        var shown = 0;
        for (var seed = 0; seed < 300; seed++) {
            var season = season(new Random(seed), rule::of);
            shown += season.size();
            assertThat(smallest(season)).as("season " + seed).isGreaterThanOrEqualTo(5);
            leaking += smallest(season(new Random(seed), unaware)) < 5 ? 1 : 0;
        }
        assertThat(shown).isGreaterThan(400);
        assertThat(leaking).isGreaterThan(100);
    }

    /** Two teams that people belong to, leave and join; what is shown of six rounds. */
    private static List<Release.Answers> season(Random dice, Releasing releasing) {
        var shown = new ArrayList<Shown>();
        for (var round = 0; round < 6; round++) {
            var team = dice.nextInt(3) == 0 ? "B" : "A";
            var first = team.equals("A") ? 0 : 4;
            var said = new HashMap<String, Integer>();
            for (var person = first; person < first + 8 + dice.nextInt(5); person++) {
                if (dice.nextInt(60) > 0) {
                    said.put("p" + person, 1 + dice.nextInt(4));
                }
            }
            var before = shown.reversed().stream().filter(one -> one.team().equals(team)).map(Shown::answers)
                    .findFirst();
            var now = Release.Answers.of(said);
            if (releasing.of(now, shown.stream().map(Shown::answers).toList(),
                    before) instanceof Release.Levels) {
                shown.add(new Shown(team, now, true));
            }
        }
        return shown.stream().map(Shown::answers).toList();
    }

    /** The smallest group that any sum of figures, each added, taken away or left out, comes to. */
    private static int smallest(List<Release.Answers> figures) {
        var smallest = Integer.MAX_VALUE;
        for (var way = 0; way < Math.pow(3, figures.size()); way++) {
            var sum = new HashMap<String, Integer>();
            for (int i = 0, rest = way; i < figures.size(); i++, rest /= 3) {
                var sign = rest % 3 - 1;
                figures.get(i).people().forEach(person -> sum.merge(person, sign, Integer::sum));
            }
            var left = (int) sum.values().stream().filter(number -> number != 0).count();
            smallest = left == 0 ? smallest : Math.min(smallest, left);
        }
        return smallest;
    }
}
