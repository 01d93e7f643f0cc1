package dev.stagecoach.coaching.rounds;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What of one side of a practice may be shown once its round has closed (details.md, part C).
 *
 * <p>Where some people placed it one time only, the levels of both times and the change together would tell how these
 * few stood: if nobody moved, by mere subtraction. So the levels are shown beside the change only where nobody, or
 * enough people, joined, and the same for those who left.
 */
sealed interface ReleaseRule {

    /** Too few answered. */
    record Nothing() implements ReleaseRule {}

    /** How the same people moved, without the levels of this time. */
    record ChangeOnly(Change change) implements ReleaseRule {}

    /** The levels; and how the same people moved, where there is a time before and enough of them. */
    record Levels(Optional<Change> change) implements ReleaseRule {}

    /**
     * Decides.
     *
     * @param answers people who chose a level
     * @param change against the time before; empty for a first time
     * @param enough whether so many people may stand behind a figure
     */
    static ReleaseRule of(int answers, Optional<Change> change, IntPredicate enough) {
        if (answers == 0 || !enough.test(answers)) {
            return new Nothing();
        }
        var shown = change.filter(one -> one.paired() > 0 && enough.test(one.paired()));
        return shown.<ReleaseRule>map(one -> safe(one.joined(), enough) && safe(one.left(), enough)
                ? new Levels(shown)
                : new ChangeOnly(one)).orElseGet(() -> new Levels(Optional.empty()));
    }

    private static boolean safe(int people, IntPredicate enough) {
        return people == 0 || enough.test(people);
    }
}
