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

    /** For example "4 of 20 → 9 of 20", the last few. */
    public Text line() {
        return Text.of(what + (what.endsWith("?") ? " " : ": ")).bold(counts.stream()
                .skip(Math.max(0, counts.size() - SAID)).map(one -> one.count() + " of " + one.of())
                .collect(Collectors.joining(" → ")));
    }

    /** Whether there is anything to compare. */
    public boolean moves() {
        return counts.size() > 1;
    }
}
