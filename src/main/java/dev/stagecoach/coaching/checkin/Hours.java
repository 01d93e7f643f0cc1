package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** When a check-in may reach people: on school days, within the day. */
final class Hours {
    static final LocalTime EARLIEST = LocalTime.of(6, 0);
    static final LocalTime LATEST = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int GRACE_MINUTES = 30;

    private Hours() {}

    static boolean isWeekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    }

    static boolean allow(LocalTime time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    /** The moment itself where people may be asked then, else the next school day's morning: for what is late. */
    static Instant from(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        var time = local.toLocalTime();
        if (!isWeekend(local.getDayOfWeek()) && allow(time.isAfter(LATEST) ? time.minusMinutes(GRACE_MINUTES) : time)) {
            return moment;
        }
        var early = !isWeekend(local.getDayOfWeek()) && time.isBefore(EARLIEST);
        return morning(early ? local.toLocalDate() : schoolDayAfter(local.toLocalDate()), zone);
    }

    static Instant morning(LocalDate day, ZoneId zone) {
        return day.atTime(MORNING).atZone(zone).toInstant();
    }

    static Instant mondayMorning(Instant now, ZoneId zone) {
        return morning(LocalDate.ofInstant(now, zone).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
    }

    /** The day before a meeting on which people may be asked. */
    static DayOfWeek eve(DayOfWeek meeting) {
        var eve = meeting.minus(1);
        return isWeekend(eve) ? DayOfWeek.FRIDAY : eve;
    }

    private static LocalDate schoolDayAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (isWeekend(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next;
    }
}
