package dev.stagecoach.coaching.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.NudgeBudget;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.TeamHours;

/** Days, hours and limits for people. */
final class CalendarWords {

    private CalendarWords() {}

    /** "Mon, Sep 7, 2026", "Mon, Nov 23 to Fri, Nov 27, 2026". */
    static String of(DaysOff days) {
        if (days.first().equals(days.last())) {
            return of(days.first());
        }
        return DateText.day(days.first(), days.last()) + " to " + of(days.last());
    }

    /** "Mon, Sep 7", "Mon, Nov 23 to Fri, Nov 27". */
    static String near(DaysOff days) {
        return DateText.near(days.first())
                + (days.first().equals(days.last()) ? "" : " to " + DateText.near(days.last()));
    }

    /** "Sep 7", "Nov 23 – 27". */
    static String dates(DaysOff days) {
        return DateText.daysAndYear(days.first(), days.last()).replaceAll("^\\w+, (?=\\D)|, \\d{4}", "");
    }

    static String of(LocalDate day) {
        return DateText.dayAndYear(day);
    }

    static String of(Instant at, ZoneId zone) {
        return DateText.near(at, zone);
    }

    static String of(TeamHours hours) {
        return of(hours.quiet()) + " " + of(hours.budget());
    }

    private static String of(QuietHours quiet) {
        return "Quiet from " + of(quiet.from()) + " to " + of(quiet.to())
                + (quiet.weekends() ? " and on weekends." : ".");
    }

    private static String of(NudgeBudget budget) {
        return "I ask each person for something at most " + times(budget.nudgesPerWeek()) + " a week"
                + (budget.repeat() ? ", and send one reminder of an open check-in." : ", without a reminder.");
    }

    static String times(int times) {
        return times == 1 ? "once" : times == 2 ? "twice" : times + " times";
    }

    private static String of(LocalTime time) {
        return DateText.time(time);
    }
}
