package dev.stagecoach.coaching.summary;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.Period;

/** Reads a period as people type it. Weeks run from Monday to Sunday; a day ends at the next midnight of its zone. */
final class PeriodWords {
    private static final Pattern SINCE = Pattern.compile("since\\s+(\\S{1,20})");
    private static final Pattern RANGE = Pattern.compile("(?:from\\s+)?(\\S{1,20})\\s+(?:to|until)\\s+(\\S{1,20})");
    private static final String EXAMPLES = " Try one of these: /coach summary this week, /coach summary last week,"
            + " /coach summary since 2026-09-01, /coach summary 2026-09-01 to 2026-09-30.";

    private PeriodWords() {}

    /** A period, or why the words are none. */
    sealed interface Read {
        /** @param period ends at the present moment where the words reach beyond it */
        record Good(Period period) implements Read {}

        record Bad(String reason) implements Read {}
    }

    /** @param words what was typed; nothing means this week */
    static Read read(String words, Instant now, ZoneId zone) {
        var typed = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var today = LocalDate.ofInstant(now, zone);
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var since = SINCE.matcher(typed);
        var range = RANGE.matcher(typed);
        if (typed.isEmpty() || typed.equals("this week")) {
            return days(monday, monday.plusDays(6), now, zone);
        }
        if (typed.equals("last week")) {
            return days(monday.minusDays(7), monday.minusDays(1), now, zone);
        }
        if (since.matches()) {
            return dated(since.group(1), today.toString(), now, zone);
        }
        if (range.matches()) {
            return dated(range.group(1), range.group(2), now, zone);
        }
        return new Read.Bad("I cannot read that as a period." + EXAMPLES);
    }

    private static Read dated(String first, String last, Instant now, ZoneId zone) {
        var from = date(first);
        var to = date(last);
        if (from.isEmpty() || to.isEmpty()) {
            return new Read.Bad("A date is written year-month-day and must exist." + EXAMPLES);
        }
        return days(from.get(), to.get(), now, zone);
    }

    private static Read days(LocalDate first, LocalDate last, Instant now, ZoneId zone) {
        if (first.isAfter(LocalDate.ofInstant(now, zone))) {
            return new Read.Bad("That has not happened yet: " + DateText.dayAndYear(first) + " lies ahead." + EXAMPLES);
        }
        if (last.isBefore(first)) {
            return new Read.Bad("The period ends before it begins. Put the earlier date first." + EXAMPLES);
        }
        if (!last.isBefore(first.plusYears(1))) {
            return new Read.Bad("That is more than a year. Choose a shorter period." + EXAMPLES);
        }
        var end = last.plusDays(1).atStartOfDay(zone).toInstant();
        return new Read.Good(new Period(first.atStartOfDay(zone).toInstant(), end.isBefore(now) ? end : now));
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(date -> date.getYear() >= 2000 && date.getYear() < 3000);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
