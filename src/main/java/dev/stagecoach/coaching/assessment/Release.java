package dev.stagecoach.coaching.assessment;

import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What of one side of a practice may be shown once its round has closed (details.md, part C).
 *
 * <p>Where some people placed it one time only, the levels of both times and the change together would tell how these
 * few stood: if nobody moved, by mere subtraction. So the levels are shown beside the change only where nobody, or
 * enough people, joined, and the same for those who left.
 */
sealed interface Release {

    /** Too few answered. */
    record Nothing() implements Release {}

    /** How the same people moved, without the levels of this time. */
    record ChangeOnly(Change change) implements Release {}

    /** The levels; and how the same people moved, where there is a time before and enough of them. */
    record Levels(Optional<Change> change) implements Release {}

    /**
     * Decides.
     *
     * @param answers people who chose a level
     * @param change against the time before; empty for a first time
     * @param enough whether so many people may stand behind a figure
     */
    static Release of(int answers, Optional<Change> change, IntPredicate enough) {
        if (answers == 0 || !enough.test(answers)) {
            return new Nothing();
        }
        var shown = change.filter(one -> one.paired() > 0 && enough.test(one.paired()));
        return shown.<Release>map(one -> safe(one.joined(), enough) && safe(one.left(), enough)
                ? new Levels(shown)
                : new ChangeOnly(one)).orElseGet(() -> new Levels(Optional.empty()));
    }

    private static boolean safe(int people, IntPredicate enough) {
        return people == 0 || enough.test(people);
    }
}
