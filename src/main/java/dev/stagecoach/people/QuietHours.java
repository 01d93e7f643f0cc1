package dev.stagecoach.people;

import java.time.LocalTime;
import java.util.Optional;

/**
 * The hours of each day in which nothing is to arrive, in local time.
 *
 * @param from when they begin, in the afternoon or evening
 * @param to when they end, the next morning
 * @param weekends whether Saturday and Sunday are quiet as a whole
 */
public record QuietHours(LocalTime from, LocalTime to, boolean weekends) {
    /** Half past four until half past seven, and weekends (checklist.md, part 3). */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(16, 30), LocalTime.of(7, 30), true);

    /** No team may be less quiet than this. */
    public static final LocalTime LATEST_BEGIN = LocalTime.of(20, 0);
    /** No team may be less quiet than this. */
    public static final LocalTime EARLIEST_END = LocalTime.of(6, 0);
    /** Whatever a team and a person ask for together, an hour at noon stays open: else nothing would ever arrive. */
    private static final LocalTime EARLIEST_BEGIN = LocalTime.of(13, 0);
    private static final LocalTime LATEST_END = LocalTime.of(12, 0);

    public QuietHours {
        if (!to.isBefore(from)) {
            throw new IllegalArgumentException("quiet hours end in the morning, before they begin again");
        }
    }

    /** What is wrong with quiet hours that begin then, in words for whoever asks for them. */
    public static Optional<String> problemOfBegin(LocalTime from) {
        if (from.isAfter(LATEST_BEGIN)) {
            return Optional.of("Evenings belong to people: quiet hours start at 8:00 PM at the latest.");
        }
        return from.isBefore(EARLIEST_BEGIN)
                ? Optional.of("Quiet hours start at 1:00 PM at the earliest, so that messages can still arrive.")
                : Optional.empty();
    }

    /** What is wrong with quiet hours that end then. */
    public static Optional<String> problemOfEnd(LocalTime to) {
        if (to.isBefore(EARLIEST_END)) {
            return Optional.of("Nights belong to people: quiet hours end at 6:00 AM at the earliest.");
        }
        return to.isAfter(LATEST_END)
                ? Optional.of("Quiet hours end at noon at the latest, so that messages can still arrive.")
                : Optional.empty();
    }

    /** Quiet whenever one of the two is; where that leaves no open time at all, this one alone counts. */
    public QuietHours and(QuietHours other) {
        var begin = from.isBefore(other.from) ? from : other.from;
        var end = to.isAfter(other.to) ? to : other.to;
        return end.isBefore(begin) ? new QuietHours(begin, end, weekends || other.weekends) : this;
    }

    /** Whether this time of a working day is quiet; the first minute counts as quiet, the last as open. */
    boolean cover(LocalTime time) {
        return !time.isBefore(from) || time.isBefore(to);
    }
}
