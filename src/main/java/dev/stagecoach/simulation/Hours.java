package dev.stagecoach.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When somebody must be left in peace, reckoned by itself and not by the bot's own rules.
 *
 * @param from when quiet begins, of those that count the earliest
 * @param to when it ends the next morning, of those that count the latest
 * @param off whether a day is a day off
 */
record Hours(ZoneId zone, LocalTime from, LocalTime to, List<Predicate<LocalDate>> off) {
    static final LocalTime FROM = LocalTime.of(16, 30);
    static final LocalTime TO = LocalTime.of(7, 30);

    /** Why this moment is quiet, in words; empty where messages are welcome. */
    Optional<String> quiet(Instant moment) {
        var local = moment.atZone(zone);
        var day = local.toLocalDate();
        if (off.stream().anyMatch(one -> one.test(day))) {
            return Optional.of("a day off");
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Optional.of("a weekend");
        }
        var time = local.toLocalTime();
        return !time.isBefore(from) || time.isBefore(to)
                ? Optional.of("quiet hours (" + time.withNano(0) + " in " + zone + ")")
                : Optional.empty();
    }
}
