package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.stagecoach.people.DaysOff;

/** The days off of a fictional school: what a school year in the United States usually has, spring break by chance. */
record SchoolBreaks(String school, List<DaysOff> days) {
    SchoolBreaks {
        days = List.copyOf(days);
    }

    /** Those of a scope's years that have not passed when it begins. */
    static SchoolBreaks of(Scope scope, String school) {
        var days = IntStream.rangeClosed(scope.from().getYear(), scope.to().getYear())
                .mapToObj(year -> year(scope, school, year)).flatMap(List::stream)
                .filter(one -> !one.last().isBefore(scope.from()) && !one.first().isAfter(scope.to())).toList();
        return new SchoolBreaks(school, days);
    }

    private static List<DaysOff> year(Scope scope, String school, int year) {
        var days = new ArrayList<DaysOff>();
        days.add(days("Martin Luther King Jr. Day", nth(3, DayOfWeek.MONDAY, year, 1), 1));
        days.add(days("Presidents’ Day", nth(3, DayOfWeek.MONDAY, year, 2), 1));
        days.add(days("Spring break", LocalDate.of(year, 3, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
                .plusWeeks(scope.random("spring", school, year).between(1, 4)), 5));
        days.add(days("Memorial Day", LocalDate.of(year, 5, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                1));
        days.add(days("Labor Day", nth(1, DayOfWeek.MONDAY, year, 9), 1));
        days.add(days("Fall break", nth(2, DayOfWeek.THURSDAY, year, 10), 2));
        days.add(days("Thanksgiving break", nth(4, DayOfWeek.THURSDAY, year, 11).minusDays(1), 3));
        days.add(days("Winter break", LocalDate.of(year, 12, 21), 14));
        return days;
    }

    private static LocalDate nth(int number, DayOfWeek day, int year, int month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, day));
    }

    private static DaysOff days(String name, LocalDate first, int many) {
        return new DaysOff(first, first.plusDays(many - 1L), name);
    }

    SchoolBreaks and(DaysOff more) {
        return new SchoolBreaks(school, Stream.concat(days.stream(), Stream.of(more)).toList());
    }

    boolean cover(LocalDate day) {
        return days.stream().anyMatch(one -> !day.isBefore(one.first()) && !day.isAfter(one.last()));
    }
}
