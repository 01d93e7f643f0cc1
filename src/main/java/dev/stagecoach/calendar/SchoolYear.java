package dev.stagecoach.calendar;

import java.time.LocalDate;
import java.time.Month;

/** The days that a calendar is read for, both included. */
public record SchoolYear(LocalDate first, LocalDate last) {

    /** From the summer that has been to the end of the next school year: calendars come out before the summer. */
    public static SchoolYear around(LocalDate today) {
        return new SchoolYear(of(today).first(), beginning(today.getYear()).last());
    }

    /** The one that this day lies in; it begins on July 1. */
    public static SchoolYear of(LocalDate day) {
        return beginning(day.isBefore(july(day.getYear())) ? day.getYear() - 1 : day.getYear());
    }

    /** From July 1 of that year to the end of July a year later, when next year's calendar is there. */
    public static SchoolYear beginning(int year) {
        return new SchoolYear(july(year), july(year + 1).plusMonths(1).minusDays(1));
    }

    private static LocalDate july(int year) {
        return LocalDate.of(year, Month.JULY, 1);
    }

    /** The day before the next one begins. */
    public LocalDate end() {
        return first.plusYears(1).minusDays(1);
    }

    boolean touches(LocalDate from, LocalDate until) {
        return !from.isAfter(last) && !until.isBefore(first);
    }
}
