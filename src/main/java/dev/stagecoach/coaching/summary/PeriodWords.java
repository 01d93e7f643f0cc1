package dev.stagecoach.coaching.summary;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.coaching.DayWords;
import dev.stagecoach.coaching.DayWords.Span;
import dev.stagecoach.coaching.Period;

/** Reads a period as people type it. Weeks run from Monday to Sunday; a day ends at the next midnight of its zone. */
final class PeriodWords {
    /** What is typed most; also what the buttons say. */
    static final List<String> USUAL = List.of("This week", "Last week", "This month", "Last month");
    private static final Pattern COUNTED = Pattern
            .compile("(?:the )?(?:last|past|previous) (\\w+ (?:day|week|month)s?)");
    private static final Pattern SINCE = Pattern.compile("(?:since|from|after) (.+)");
    private static final Pattern BETWEEN = Pattern
            .compile("(?:from |between |since )?(.+?) (?:to|until|till|through|thru|and) (.+)");
    private static final Pattern DASH = Pattern.compile(" ?-+ ?");
    private static final Pattern ONLY_DAY = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?");
    private static final Pattern MONTH_BEFORE = Pattern.compile("(?:from )?([a-z]{3,9})\\.? ?\\d.*");
    private static final Pattern MONTH_BEHIND = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)? ([a-z]{3,9}).*");
    private static final Pattern TERM = Pattern.compile(".*\\b(semester|term|trimester|quarter|school year)\\b.*");
    private static final String EXAMPLES = " Try one of the buttons, or type it like /coach summary last month,"
            + " /coach summary Sep 1 – Sep 14 or /coach summary since Monday.";
    private static final int SHOWN = 40;
    private static final int MOST_MONTHS_AHEAD = 10;

    private final DayWords days;

    private PeriodWords(LocalDate today) {
        this.days = new DayWords(today);
    }

    /** A period, or why the words are none. */
    sealed interface Read {
        /** @param period ends at the present moment where the words reach beyond it */
        record Good(Period period) implements Read {}

        record Bad(String reason) implements Read {}
    }

    /** @param words what was typed; nothing means this week */
    static Read read(String words, Instant now, ZoneId zone) {
        var cleaned = DayWords.clean(words);
        var typed = cleaned.isEmpty() ? "this week" : cleaned;
        var term = TERM.matcher(typed);
        return new PeriodWords(LocalDate.ofInstant(now, zone)).span(typed).map(span -> checked(span, now, zone))
                .orElseGet(() -> new Read.Bad((term.matches()
                        ? "I do not know when your " + term.group(1) + " begins. Please use dates."
                        : "I do not understand “" + shown(words) + "” as a time.") + EXAMPLES));
    }

    private static String shown(String words) {
        var plain = words.strip();
        return plain.length() > SHOWN ? plain.substring(0, plain.offsetByCodePoints(0, SHOWN / 2)) + "…" : plain;
    }

    private Optional<Span> span(String typed) {
        return one(typed).or(() -> counted(typed)).or(() -> between(typed)).or(() -> since(typed));
    }

    /** What has a name of its own, or else a day or a month. */
    private Optional<Span> one(String typed) {
        return usual(typed).or(() -> days.upTo(typed, days.today()));
    }

    private Optional<Span> usual(String typed) {
        var today = days.today();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var first = today.withDayOfMonth(1);
        return switch (typed) {
            case "this week", "week" -> Optional.of(new Span(monday, monday.plusDays(6)));
            case "last week", "past week", "previous week" ->
                Optional.of(new Span(monday.minusDays(7), monday.minusDays(1)));
            case "this month", "month" -> Optional.of(new Span(first, first.plusMonths(1).minusDays(1)));
            case "last month", "past month", "previous month" ->
                Optional.of(new Span(first.minusMonths(1), first.minusDays(1)));
            case "this year" -> Optional.of(new Span(today.withDayOfYear(1), today));
            default -> Optional.empty();
        };
    }

    private Optional<Span> counted(String typed) {
        var found = COUNTED.matcher(typed);
        return found.matches()
                ? DayWords.counted(found.group(1), days.today(), true)
                        .map(first -> new Span(first.plusDays(1), days.today()))
                : Optional.empty();
    }

    private Optional<Span> since(String typed) {
        var found = SINCE.matcher(typed);
        return found.matches()
                ? one(found.group(1)).map(begin -> new Span(begin.first(), days.today()))
                : Optional.empty();
    }

    /** Two days with a word between them, or a dash, which may also stand within a date. */
    private Optional<Span> between(String typed) {
        var words = BETWEEN.matcher(typed);
        var told = words.matches() ? range(words.group(1), words.group(2)) : Optional.<Span>empty();
        return told.or(() -> DASH.matcher(typed).results().flatMap(dash -> atDash(typed, dash)).findFirst());
    }

    private Stream<Span> atDash(String typed, MatchResult dash) {
        return range(typed.substring(0, dash.start()), typed.substring(dash.end())).stream();
    }

    /** The last day follows the first one; where it has its own year, the first one comes before it. */
    private Optional<Span> range(String left, String right) {
        var begin = withMonth(left, right, MONTH_BEHIND, false);
        var end = withMonth(right, left, MONTH_BEFORE, true);
        return one(begin).map(Span::first).flatMap(first -> last(end, first).flatMap(last -> last.isBefore(first)
                ? days.upTo(begin, last).map(earlier -> new Span(earlier.first(), last))
                : Optional.of(new Span(first, turnedRound(first, last) ? last.minusYears(1) : last))));
    }

    /** Sep 14 to Sep 1 is a slip, not the time up to next year's September. */
    private boolean turnedRound(LocalDate first, LocalDate last) {
        return last.isAfter(days.today()) && last.isAfter(first.plusMonths(MOST_MONTHS_AHEAD));
    }

    private Optional<LocalDate> last(String words, LocalDate first) {
        return usual(words).or(() -> days.from(words, first)).map(Span::last);
    }

    /** Sep 1 - 14, or 1 - 14 September: the month is said once. */
    private static String withMonth(String part, String other, Pattern month, boolean before) {
        var found = month.matcher(other);
        if (!ONLY_DAY.matcher(part).matches() || !found.matches()) {
            return part;
        }
        return before ? found.group(1) + " " + part : part + " " + found.group(1);
    }

    private static Read checked(Span span, Instant now, ZoneId zone) {
        var first = span.first();
        if (first.isAfter(LocalDate.ofInstant(now, zone))) {
            return new Read.Bad(
                    "That has not happened yet: " + DateText.dayAndYear(first) + " is still to come." + EXAMPLES);
        }
        if (span.last().isBefore(first)) {
            return new Read.Bad("The period ends before it begins. Put the earlier date first." + EXAMPLES);
        }
        if (!span.last().isBefore(first.plusYears(1))) {
            return new Read.Bad("That is more than a year. Choose a shorter period." + EXAMPLES);
        }
        var end = span.last().plusDays(1).atStartOfDay(zone).toInstant();
        return new Read.Good(new Period(first.atStartOfDay(zone).toInstant(), end.isBefore(now) ? end : now));
    }
}
