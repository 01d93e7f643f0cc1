package dev.stagecoach.coaching.visit;

import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;

import dev.stagecoach.coaching.Period;

/** Half a school year: from July 1 or from January 1. */
final class Term {
    private static final int MONTHS = 6;

    private Term() {}

    /** The one that this day lies in. */
    static Period of(LocalDate day, ZoneId zone) {
        var first = LocalDate.of(day.getYear(), day.getMonth().compareTo(Month.JULY) < 0 ? Month.JANUARY : Month.JULY,
                1);
        return new Period(first.atStartOfDay(zone).toInstant(),
                first.plusMonths(MONTHS).atStartOfDay(zone).toInstant());
    }
}
