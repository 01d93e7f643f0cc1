package dev.stagecoach.coaching;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads a day, or the days of a month, as people write them; 9/1 is September 1. Where the year is left out, the nearest
 * one is meant.
 */
public record DayWords(LocalDate today) {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[\"'`´\\p{Pi}\\p{Pf}„]");
    private static final Pattern ENDS = Pattern.compile("^[,;: ]+|[.,;:!? ]+$");
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?");
    private static final String WEEKDAY = "(?:on )?(?:(last|this|next|coming) )?([a-z]{3,9})\\.?";
    private static final Pattern WEEKDAYS = Pattern.compile(WEEKDAY);
    private static final Pattern BEFORE_DATE = Pattern.compile("(?:on )?([a-z]{3,9})\\.?,? (.*\\d.*)");
    private static final Pattern MONTH_FIRST = Pattern
            .compile("([a-z]{3,9})\\.? ?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?");
    private static final Pattern DAY_FIRST = Pattern
            .compile("(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?([a-z]{3,9})\\.?(?:,? (\\d{4}))?");
    private static final Pattern MONTH = Pattern.compile("([a-z]{3,9})\\.?(?: (\\d{4}))?");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Map<String, ChronoUnit> UNITS = Map.of("day", ChronoUnit.DAYS, "days", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS, "weeks", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "months",
            ChronoUnit.MONTHS);
    private static final Map<String, Integer> COUNTS = Map.of("a", 1, "one", 1, "two", 2, "three", 3, "four", 4,
            "five", 5, "six", 6);
    /** February 29 comes again after eight years at most. */
    private static final int YEARS = 8;

    /** Days in a row, both ends included. */
    public record Span(LocalDate first, LocalDate last) {
        public static Span of(LocalDate day) {
            return new Span(day, day);
        }
    }

    /** Which of many days is meant: the last up to a day, or the first from a day on. */
    private record Nearest(LocalDate to, boolean before) {
        boolean holds(LocalDate first, LocalDate last) {
            return before ? !first.isAfter(to) : !last.isBefore(to);
        }
    }

    /** Typed words without what phones and word processors put in: small letters, plain dashes and blanks, no quotes. */
    public static String clean(String typed) {
        var plain = DASHES.matcher(BLANKS.matcher(typed.toLowerCase(Locale.ROOT)).replaceAll(" ")).replaceAll("-");
        return ENDS.matcher(QUOTES.matcher(plain).replaceAll("")).replaceAll("");
    }

    /** The last such days that began no later than this day; the words are {@linkplain #clean}. */
    public Optional<Span> upTo(String words, LocalDate day) {
        return read(words, new Nearest(day, true));
    }

    /** The first such days that end no earlier than this day. */
    public Optional<Span> from(String words, LocalDate day) {
        return read(words, new Nearest(day, false));
    }

    private Optional<Span> read(String words, Nearest near) {
        return day(words, near).map(Span::of).or(() -> month(words, near))
                .filter(span -> span.first().getYear() >= 2000 && span.last().getYear() < 3000);
    }

    private Optional<LocalDate> day(String words, Nearest near) {
        return fixed(words).or(() -> numbers(words, near)).or(() -> weekday(words, near))
                .or(() -> named(words, near)).or(() -> withWeekday(words, near));
    }

    private Optional<LocalDate> fixed(String words) {
        return switch (words) {
            case "today", "now" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "tomorrow" -> Optional.of(today.plusDays(1));
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> numbers(String words, Nearest near) {
        var iso = ISO.matcher(words);
        if (iso.matches()) {
            return date(number(iso.group(1)), number(iso.group(3)), number(iso.group(4)));
        }
        var pair = NUMBERS.matcher(words);
        if (!pair.matches()) {
            return Optional.empty();
        }
        var one = number(pair.group(1));
        var other = number(pair.group(3));
        // There is no thirteenth month, so the day comes first there.
        var dayLeads = one > 12;
        return inYear(Optional.ofNullable(pair.group(4)), dayLeads ? other : one, dayLeads ? one : other, near);
    }

    private Optional<LocalDate> weekday(String words, Nearest near) {
        var found = WEEKDAYS.matcher(words);
        if (!found.matches()) {
            return Optional.empty();
        }
        var which = Optional.ofNullable(found.group(1)).orElse("");
        var backwards = which.equals("last") || near.before() && !which.equals("next") && !which.equals("coming");
        return named(found.group(2), DayOfWeek.values()).map(day -> switch (which) {
            case "last" -> today.with(TemporalAdjusters.previous(day));
            case "next", "coming" -> today.with(TemporalAdjusters.next(day));
            default -> near.to().with(backwards
                    ? TemporalAdjusters.previousOrSame(day)
                    : TemporalAdjusters.nextOrSame(day));
        });
    }

    private Optional<LocalDate> named(String words, Nearest near) {
        var monthFirst = MONTH_FIRST.matcher(words);
        if (monthFirst.matches()) {
            return monthNamed(monthFirst.group(1)).flatMap(month -> inYear(Optional.ofNullable(monthFirst.group(3)),
                    month.getValue(), number(monthFirst.group(2)), near));
        }
        var leading = DAY_FIRST.matcher(words);
        return leading.matches()
                ? monthNamed(leading.group(2)).flatMap(month -> inYear(Optional.ofNullable(leading.group(3)),
                        month.getValue(), number(leading.group(1)), near))
                : Optional.empty();
    }

    /** Monday, Sep 14: the date counts. */
    private Optional<LocalDate> withWeekday(String words, Nearest near) {
        var found = BEFORE_DATE.matcher(words);
        return found.matches() && named(found.group(1), DayOfWeek.values()).isPresent()
                ? numbers(found.group(2), near).or(() -> named(found.group(2), near))
                : Optional.empty();
    }

    private static Optional<Span> month(String words, Nearest near) {
        var iso = ISO_MONTH.matcher(words);
        if (iso.matches()) {
            return valid(number(iso.group(1)), year -> YearMonth.of(year, number(iso.group(2)))).map(DayWords::span);
        }
        var found = MONTH.matcher(words);
        return found.matches()
                ? monthNamed(found.group(1)).flatMap(month -> Optional.ofNullable(found.group(2))
                        .map(year -> span(YearMonth.of(number(year), month))).or(() -> years(near)
                                .map(year -> span(YearMonth.of(year, month)))
                                .filter(span -> near.holds(span.first(), span.last())).findFirst()))
                : Optional.empty();
    }

    private static Span span(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    private static Optional<LocalDate> inYear(Optional<String> year, int month, int day, Nearest near) {
        return year.map(DayWords::number).map(number -> date(number < 100 ? 2000 + number : number, month, day))
                .orElseGet(() -> years(near).flatMap(number -> date(number, month, day).stream())
                        .filter(date -> near.holds(date, date)).findFirst());
    }

    /** From the nearest on; the one in which the day lies comes first. */
    private static Stream<Integer> years(Nearest near) {
        return IntStream.rangeClosed(0, YEARS).map(step -> near.to().getYear() + (near.before() ? -step : step))
                .boxed();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        return valid(year, one -> LocalDate.of(one, month, day));
    }

    private static <T> Optional<T> valid(int year, IntFunction<T> made) {
        try {
            return Optional.of(made.apply(year));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Month> monthNamed(String word) {
        return named(word, Month.values());
    }

    /** The one whose name begins so: sep, sept and september. */
    private static <E extends Enum<E>> Optional<E> named(String word, E[] all) {
        return word.length() < 3
                ? Optional.empty()
                : Stream.of(all).filter(one -> one.name().toLowerCase(Locale.ROOT).startsWith(word)).findFirst();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** So many of them, as in "2 weeks" or "a month", counted from a day on, or back from it. */
    public static Optional<LocalDate> counted(String words, LocalDate from, boolean back) {
        var parts = words.split(" ");
        return parts.length == 2 && UNITS.containsKey(parts[1])
                ? count(parts[0]).map(number -> from.plus(back ? -number : number, UNITS.get(parts[1])))
                : Optional.empty();
    }

    private static Optional<Integer> count(String word) {
        return Optional.ofNullable(COUNTS.get(word))
                .or(() -> word.matches("[1-9]\\d{0,2}") ? Optional.of(number(word)) : Optional.empty());
    }
}
