package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import dev.stagecoach.people.Day;
import dev.stagecoach.people.QuietHours;

/** The days and times that check-ins are scheduled for. Whether one reaches its reader then is decided at the send. */
public final class Hours {
    private static final LocalTime USUAL = LocalTime.of(15, 0);

    private Hours() {}

    static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    static boolean allow(LocalTime time, QuietHours quiet) {
        return time.isBefore(quiet.from()) && !time.isBefore(quiet.to());
    }

    /** In the afternoon, or as the quiet hours end where the afternoon is quiet. */
    public static LocalTime usual(QuietHours quiet) {
        return allow(USUAL, quiet) ? USUAL : quiet.to();
    }

    /** The day before a meeting on which people may be asked. */
    public static DayOfWeek eve(DayOfWeek meeting) {
        var eve = meeting.minus(1);
        return isWeekend(eve) ? DayOfWeek.FRIDAY : eve;
    }

    static LocalDate schoolDayAfter(LocalDate date, Day day) {
        var next = date.plusDays(1);
        while (!day.school(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Two whole school days later, at the same local time of day: 48 working hours (checklist.md, part 3). */
    static Instant repeat(Instant recipient, Day day) {
        var local = recipient.atZone(day.zone());
        var date = schoolDayAfter(schoolDayAfter(local.toLocalDate(), day), day);
        return date.atTime(local.toLocalTime()).atZone(day.zone()).toInstant();
    }
}
