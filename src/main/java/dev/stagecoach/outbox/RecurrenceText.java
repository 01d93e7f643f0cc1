package dev.stagecoach.outbox;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.outbox.Recurrence.MonthlyOnDay;
import dev.stagecoach.outbox.Recurrence.MonthlyOnWeekday;
import dev.stagecoach.outbox.Recurrence.Nth;
import dev.stagecoach.outbox.Recurrence.Weekly;

/** Recurrences as text: one line to store, and words for people. */
final class RecurrenceText {
    private RecurrenceText() {}

    /** For example {@code weekly 2 TUESDAY,THURSDAY 14:30 2026-09-01}; keep in step with {@link #parse}. */
    static String format(Recurrence recurrence) {
        var head = switch (recurrence) {
            case Weekly weekly -> "weekly " + weekly.weeks() + " "
                    + weekly.days().stream().map(DayOfWeek::name).collect(Collectors.joining(","));
            case MonthlyOnDay monthly -> "monthly-day " + monthly.day();
            case MonthlyOnWeekday monthly -> "monthly-weekday " + monthly.nth() + " " + monthly.day();
        };
        return head + " " + recurrence.time() + " " + recurrence.start();
    }

    /** Empty where {@link #format} did not write it. */
    static Optional<Recurrence> find(String text) {
        var words = text.split(" ", -1);
        try {
            var time = LocalTime.parse(words[words.length - 2]);
            var start = LocalDate.parse(words[words.length - 1]);
            return Optional.of(switch (words[0] + "/" + words.length) {
                case "weekly/5" -> new Weekly(Integer.parseInt(words[1]), days(words[2]), time, start);
                case "monthly-day/4" -> new MonthlyOnDay(Integer.parseInt(words[1]), time, start);
                case "monthly-weekday/5" ->
                    new MonthlyOnWeekday(Nth.valueOf(words[1]), DayOfWeek.valueOf(words[2]), time, start);
                default -> throw new IllegalArgumentException("unknown rhythm");
            });
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static TreeSet<DayOfWeek> days(String text) {
        return Arrays.stream(text.split(",", -1)).map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String words(Recurrence recurrence) {
        var rhythm = switch (recurrence) {
            case Weekly weekly -> Plural.every(weekly.weeks(), "week") + " on "
                    + listed(weekly.days());
            case MonthlyOnDay monthly -> "every month on the " + ordinal(monthly.day())
                    + (monthly.day() > 28 ? " (or the last day)" : "");
            case MonthlyOnWeekday monthly -> "every month on the " + monthly.nth().name().toLowerCase(Locale.ROOT) + " "
                    + word(monthly.day());
        };
        return rhythm + " at " + DateText.time(recurrence.time());
    }

    private static String listed(Collection<DayOfWeek> days) {
        return Text.listed(days.stream().map(RecurrenceText::word).toList());
    }

    private static String word(DayOfWeek day) {
        return DateText.weekday(day);
    }

    private static String ordinal(int day) {
        return day + switch (day) {
            case 1, 21, 31 -> "st";
            case 2, 22 -> "nd";
            case 3, 23 -> "rd";
            default -> "th";
        };
    }
}
