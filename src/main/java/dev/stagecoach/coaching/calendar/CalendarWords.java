package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.TeamHours;

/** Days, hours and limits for people. */
final class CalendarWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, MMM d", Locale.US);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy", Locale.US);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

    private CalendarWords() {}

    /** "Mon, Sep 7, 2026", "Mon, Nov 23 to Fri, Nov 27, 2026". */
    static String of(DaysOff days) {
        if (days.first().equals(days.last())) {
            return of(days.first());
        }
        var begin = days.first().getYear() == days.last().getYear() ? DAY : YEAR;
        return begin.format(days.first()) + " to " + of(days.last());
    }

    static String of(LocalDate day) {
        return YEAR.format(day);
    }

    static String of(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    static String of(TeamHours hours) {
        return of(hours.quiet()) + " " + of(hours.budget());
    }

    private static String of(QuietHours quiet) {
        return "Quiet from " + of(quiet.from()) + " to " + of(quiet.to())
                + (quiet.weekends() ? " and on weekends." : ".");
    }

    private static String of(NudgeBudget budget) {
        return "Each person is asked for something at most " + times(budget.nudgesPerWeek()) + " a week"
                + (budget.repeat() ? ", and reminded once of a check-in that waits." : ", without a reminder.");
    }

    static String times(int times) {
        return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    private static String of(LocalTime time) {
        return CLOCK.format(time);
    }
}
