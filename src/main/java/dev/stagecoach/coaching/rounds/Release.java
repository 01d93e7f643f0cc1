package dev.stagecoach.coaching.rounds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What may be shown of one figure once its round has closed (rules for statistics and privacy, part 6).
 *
 * <p>Whoever looks is taken to know every figure that was ever shown, and their own answers. All that is shown stays the
 * same when two people of one group change places, a group being those whom no figure tells apart. So nobody can be
 * found where each group is large enough and its people, even without the one who looks, did not all say the same.
 */
sealed interface Release {

    /** How many chose each level; and how the same people moved, where there is a time before. */
    record Levels(Optional<Change> change) implements Release {}

    /** All, or all but one, chose the same level: the level would be everybody's own answer, so it stays unsaid. */
    record SharedView() implements Release {}

    /** How the same people moved, without the levels of this time. */
    record ChangeOnly(Change change) implements Release {}

    record Nothing(Why why) implements Release {}

    /** Why nothing is shown. */
    enum Why {
        /** Fewer people answered than may stand behind a figure. */
        TOO_FEW,
        /** Beside what was shown before, it would tell what one or a few people said. */
        TELLS_TOO_MUCH
    }

    /**
     * What people said.
     *
     * @param people who chose a level
     * @param unsure who could not say yet; they are told as a number of their own
     * @param levels what people chose, where that is still known
     * @param late those who were not in the team when the round opened: they lift nothing over the minimum
     */
    record Answers(Set<String> people, Set<String> unsure, Map<String, Integer> levels, Set<String> late) {
        public Answers {
            people = Set.copyOf(people);
            unsure = Set.copyOf(unsure);
            levels = Map.copyOf(levels);
            late = Set.copyOf(late);
        }

        static Answers of(Map<String, Integer> levels) {
            return new Answers(levels.keySet(), Set.of(), levels, Set.of());
        }

        /** Everybody, whatever they said. */
        private Answers withUnsure() {
            var all = new HashSet<>(people);
            all.addAll(unsure);
            return new Answers(all, Set.of(), levels, late);
        }

        /** Whether it is still known what everybody chose. */
        boolean known() {
            return levels.keySet().containsAll(people);
        }

        private boolean counts(String person) {
            return people.contains(person) && !late.contains(person);
        }
    }

    /**
     * The minimum, and how far the levels go.
     *
     * @param enough people who must stand behind a figure; 1 where all have agreed to be open
     */
    record Rule(int enough, int highest) {

        /**
         * Decides.
         *
         * @param now what was said this time
         * @param shown all whose levels were shown before, to anybody
         * @param before the time that is compared with: the team's last one whose levels were shown
         */
        Release of(Answers now, List<Answers> shown, Optional<Answers> before) {
            if (now.people().stream().filter(now::counts).count() < enough) {
                return new Nothing(Why.TOO_FEW);
            }
            var change = before.map(then -> Change.of(then.levels(), now.levels()))
                    .filter(one -> one.paired() >= enough);
            if (enough == 1) {
                return new Levels(change);
            }
            if (separates(now, shown)) {
                return before.flatMap(then -> change.filter(one -> keepsApart(one, then, now)))
                        .<Release>map(ChangeOnly::new).orElseGet(() -> new Nothing(Why.TELLS_TOO_MUCH));
            }
            return alike(now, now.people()) ? new SharedView() : new Levels(change);
        }

        /** Whether something may be shown of so many people, beside all that was shown and whatever they said. */
        boolean mayStandBeside(Answers now, List<Answers> shown) {
            return enough == 1 || groups(now, shown).stream().allMatch(group -> large(now, group));
        }

        /** Whether all of those who stand behind it, or all but one, said it. */
        boolean nearlyAll(int number, int people) {
            return enough > 1 && number >= people - 1;
        }

        /** Whether with this figure a group could be told apart that is too small, or that said one thing. */
        private boolean separates(Answers now, List<Answers> shown) {
            var all = new ArrayList<>(shown);
            all.add(now);
            return groups(now.withUnsure(), shown.stream().map(Answers::withUnsure).toList()).stream()
                    .anyMatch(group -> !large(now, group))
                    || groups(now, shown).stream().anyMatch(group -> !large(now, group) || all.stream()
                            .filter(one -> one.people().containsAll(group) && !one.people().equals(group))
                            .anyMatch(one -> alike(one, group)));
        }

        private boolean large(Answers now, Set<String> group) {
            return group.stream().filter(person -> !now.late().contains(person)).count() >= enough;
        }

        /** People whom no figure tells apart, of all who stand behind any. */
        private static List<Set<String>> groups(Answers now, List<Answers> shown) {
            var all = new ArrayList<>(shown);
            all.add(now);
            var everybody = new HashSet<String>();
            all.forEach(one -> everybody.addAll(one.people()));
            return List.copyOf(everybody.stream().collect(Collectors.groupingBy(
                    person -> IntStream.range(0, all.size()).filter(i -> all.get(i).people().contains(person)).boxed()
                            .toList(),
                    Collectors.toSet())).values());
        }

        /** All or all but one said the same, or it is no longer known what they said. */
        private static boolean alike(Answers said, Collection<String> group) {
            var known = group.stream().filter(person -> !said.late().contains(person)).toList();
            var levels = known.stream().flatMap(person -> Optional.ofNullable(said.levels().get(person)).stream())
                    .toList();
            var most = levels.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .values().stream().mapToLong(Long::longValue).max().orElse(0);
            return levels.size() < known.size() || most >= known.size() - 1;
        }

        /**
         * Whether the change of those who said something both times tells nothing of a single one. Where somebody left,
         * the moves must fit whichever level that person had chosen (nobody moves up from the last level or down from
         * the first), also for the one who looks and knows one move; and this must not hang on what stays unsaid.
         */
        private boolean keepsApart(Change change, Answers then, Answers now) {
            var both = new HashSet<>(now.people());
            both.retainAll(then.people());
            var known = both.stream().filter(now::counts).count();
            if (known < enough) {
                return false;
            }
            var room = known - 2;
            return change.left() == 0
                    ? !alike(now, both)
                    : at(then, highest) + change.up() <= room && at(then, 1) + change.down() <= room;
        }

        private static long at(Answers said, int level) {
            return said.levels().values().stream().filter(one -> one == level).count();
        }
    }

    /** The change that is shown, if any. */
    default Optional<Change> moved() {
        return switch (this) {
            case Levels(var change) -> change;
            case ChangeOnly(var change) -> Optional.of(change);
            case SharedView _,Nothing _ -> Optional.empty();
        };
    }
}
