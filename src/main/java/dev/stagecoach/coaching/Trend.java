package dev.stagecoach.coaching;

import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Text;
import dev.stagecoach.picture.Tally;

/**
 * Counts of one thing that students did, oldest first.
 *
 * @param what is counted
 * @param counts each labelled with its day
 */
public record Trend(String what, List<Tally> counts) {
    /** So many are drawn: what is longer ago helps nobody to decide. */
    public static final int MOST = 8;
    private static final int SAID = 3;

    public Trend {
        counts = counts.stream().skip(Math.max(0, counts.size() - MOST)).toList();
    }

    /** The last few counts, then what was counted: "4 → 9 of 20: student turns". */
    public Text line() {
        var last = counts.subList(Math.max(0, counts.size() - SAID), counts.size());
        var sameWhole = last.stream().map(Tally::of).distinct().count() == 1;
        var said = last.stream().map(one -> sameWhole ? "" + one.count() : one.count() + " of " + one.of())
                .collect(Collectors.joining(" → ")) + (sameWhole ? " of " + last.getLast().of() : "");
        return Text.bolded(said).plus(": " + what);
    }

    /** Whether there is anything to compare. */
    public boolean moves() {
        return counts.size() > 1;
    }
}
