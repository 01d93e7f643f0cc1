package dev.stagecoach.calendar;

import java.time.LocalDate;
import java.time.Month;

/** The days that a calendar is read for, both included. */
public record SchoolYear(LocalDate first, LocalDate last) {

    /** From the summer that has been to the end of the next school year: calendars come out before the summer. */
    public static SchoolYear around(LocalDate today) {
        var begin = LocalDate.of(today.getYear(), Month.JULY, 1);
        var first = today.isBefore(begin) ? begin.minusYears(1) : begin;
        return new SchoolYear(first, first.plusYears(today.isBefore(begin) ? 2 : 1).plusMonths(1).minusDays(1));
    }

    boolean touches(LocalDate from, LocalDate until) {
        return !from.isAfter(last) && !until.isBefore(first);
    }
}
