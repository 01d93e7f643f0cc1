package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often one person is asked, over all schedules and teams: after three check-ins in a row without an answer every
 * second one stays unsent, until any answer brings the full rhythm back; a choice of the person's own goes before
 * (checklist.md, part 3).
 *
 * @param past what has come the person's way, in any order
 * @param lastAct when the person last answered or skipped
 */
record Cadence(List<Past> past, Optional<Instant> lastAct, Optional<Choice> choice) {
    private static final int PATIENCE = 3;

    Cadence {
        past = past.stream().sorted(Comparator.comparing(Past::at)).toList();
    }

    /** An earlier check-in; {@code sent} says whether a message came, or it waited on the Home tab. */
    record Past(Instant at, boolean sent) {}

    /** What a person wants of the rhythm. */
    enum Choice {
        EVERY, SECOND
    }

    /** What becomes of one check-in for one person. */
    enum Turn {
        /** A message goes out. */
        SENT,
        /** A message goes out, and asks for the rhythm that the person wants. */
        ASKING,
        /** No message; the check-in waits on the Home tab. */
        RESTED
    }

    /** What becomes of the next one. */
    Turn next() {
        return choice.map(chosen -> switch (chosen) {
            case EVERY -> Turn.SENT;
            case SECOND -> lastWasSent(past) ? Turn.RESTED : Turn.SENT;
        }).orElseGet(this::earned);
    }

    private Turn earned() {
        var since = past.stream().filter(one -> lastAct.filter(act -> !one.at().isAfter(act)).isEmpty()).toList();
        var unanswered = since.stream().filter(Past::sent).count();
        if (unanswered < PATIENCE) {
            return Turn.SENT;
        }
        if (lastWasSent(since)) {
            return Turn.RESTED;
        }
        return unanswered == PATIENCE ? Turn.ASKING : Turn.SENT;
    }

    private static boolean lastWasSent(List<Past> past) {
        return !past.isEmpty() && past.getLast().sent();
    }
}
