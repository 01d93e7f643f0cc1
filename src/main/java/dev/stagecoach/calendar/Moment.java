package dev.stagecoach.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A day, or a day with a time, as it is written.
 *
 * @param hasTime whether a time is written; midnight otherwise
 * @param zone what the time is told in; empty for a day, for no zone and for one with a name that only its writer knows
 */
record Moment(LocalDateTime written, boolean hasTime, Optional<ZoneId> zone) {
    private static final Pattern FORMAT = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})"
            + "(?:T(?:(\\d{2}):?(\\d{2})(?::?(\\d{2}))?(?:\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern UTC = Pattern.compile(
            "z|utc|gmt|etc/(utc|gmt|uct|zulu)|tzone://microsoft/utc|(\\(utc\\) )?coordinated universal time");
    private static final int LAST_HOUR = 23;
    /** A midnight that a program took for another zone's, or for the one before the clocks change. */
    static final int SLACK_HOURS = 2;

    static Moment of(String value, @Nullable String zone) throws Unreadable {
        var parts = FORMAT.matcher(value.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new Unreadable(value);
        }
        try {
            var day = LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
            if (parts.group(4) == null) {
                return new Moment(day.atStartOfDay(), false, Optional.empty());
            }
            var hour = number(parts.group(4));
            var time = LocalTime.of(hour > LAST_HOUR ? 0 : hour, number(parts.group(5)),
                    Math.min(number(parts.group(6)), 59));
            return new Moment(day.plusDays(hour > LAST_HOUR ? 1 : 0).atTime(time), true,
                    parts.group(7) == null ? named(zone) : Optional.of(ZoneOffset.of(parts.group(7))));
        } catch (DateTimeException _) {
            throw new Unreadable(value);
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** "America/Boise", also as the end of an address; empty for names that only their writer knows. */
    static Optional<ZoneId> named(@Nullable String name) {
        var rest = name == null ? "" : name.strip().replace("\"", "");
        if (UTC.matcher(rest.toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of(ZoneOffset.UTC);
        }
        while (!rest.isEmpty()) {
            if (ZoneId.getAvailableZoneIds().contains(rest)) {
                return Optional.of(ZoneId.of(rest));
            }
            rest = rest.contains("/") ? rest.substring(rest.indexOf('/') + 1) : "";
        }
        return Optional.empty();
    }

    LocalDate day() {
        return written.toLocalDate();
    }

    /** Whether it is told in the time of the whole world, so that its day depends on where one is. */
    boolean ofTheWorld() {
        return zone.filter(ZoneOffset.class::isInstance).isPresent();
    }

    LocalDateTime in(ZoneId place) {
        return zone.map(from -> written.atZone(from).withZoneSameInstant(place).toLocalDateTime()).orElse(written);
    }

    /** The day that it means for an event of whole days: programs write such a day's midnight in the world's time. */
    LocalDate day(ZoneId place) {
        var time = written.toLocalTime();
        var asWritten = !ofTheWorld() || time.equals(LocalTime.MIDNIGHT) || time.equals(LocalTime.of(23, 59, 59));
        return asWritten
                ? day()
                : in(place).plusHours(SLACK_HOURS).getHour() < SLACK_HOURS
                        ? in(place).plusHours(SLACK_HOURS).toLocalDate()
                        : in(place).toLocalDate();
    }
}
