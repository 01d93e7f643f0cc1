package dev.stagecoach.coaching.home;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.stagecoach.coaching.DayWords;

/** Until when somebody wants a pause, as in "until Monday", "for two weeks" or "until next week". */
final class PauseWords {
    private static final Pattern UNTIL = Pattern.compile("(?:.* )?(?:until|till|til|to) (.+)");
    private static final Pattern FOR = Pattern.compile("(?:.* )?for (?:the next )?(.+)");

    private PauseWords() {}

    /** The first day on which things come again; empty where the words tell none that lies ahead within a year. */
    static Optional<LocalDate> read(String typed, LocalDate today) {
        var words = DayWords.clean(typed);
        var until = UNTIL.matcher(words);
        var lasting = FOR.matcher(words);
        var told = until.matches()
                ? day(until.group(1), today)
                : lasting.matches() ? span(lasting.group(1), today) : day(words, today).or(() -> span(words, today));
        return told.filter(day -> ahead(day, today));
    }

    static boolean ahead(LocalDate day, LocalDate today) {
        return day.isAfter(today) && !day.isAfter(today.plusYears(1));
    }

    private static Optional<LocalDate> day(String words, LocalDate today) {
        return switch (words) {
            case "next week" -> Optional.of(monday(today));
            case "next month" -> Optional.of(today.with(TemporalAdjusters.firstDayOfNextMonth()));
            default -> new DayWords(today).from(words, today.plusDays(1)).map(DayWords.Span::first);
        };
    }

    private static Optional<LocalDate> span(String words, LocalDate today) {
        return switch (words) {
            case "today" -> Optional.of(today.plusDays(1));
            case "week", "this week", "the week", "the rest of the week" -> Optional.of(monday(today));
            default -> DayWords.counted(words, today, false);
        };
    }

    static LocalDate monday(LocalDate today) {
        return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
