package dev.stagecoach.people;

import java.time.LocalDate;

/**
 * Days on which nothing is to arrive: a break, a holiday, a testing week, a person's vacation.
 *
 * @param last the last of them; days are read in the zone of whoever has them off
 * @param name for people, to stand after "because of": "Thanksgiving break"
 */
public record DaysOff(LocalDate first, LocalDate last, String name) {
    public DaysOff {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days off end on " + last + ", before they begin on " + first);
        }
    }

    boolean cover(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
