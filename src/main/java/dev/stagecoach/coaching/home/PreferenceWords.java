package dev.stagecoach.coaching.home;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.people.Preference;
import dev.stagecoach.people.QuietHours;
import dev.stagecoach.people.Subscription;

/** What a person wants, in one line. */
final class PreferenceWords {

    private PreferenceWords() {}

    static String of(Preference wanted, LocalDate today) {
        var words = new ArrayList<String>();
        words.add(checkins(wanted, today));
        Stream.of(Subscription.values()).filter(kind -> kind != Subscription.CHECKINS && !wanted.wants(kind))
                .forEach(kind -> words.add("No " + kind.named() + "."));
        wanted.vacation().filter(days -> !days.last().isBefore(today)).ifPresent(
                days -> words.add(
                        "Nothing from " + DateText.day(days.first(), today) + " to " + DateText.day(days.last(), today)
                                + "."));
        wanted.quiet().flatMap(PreferenceWords::quiet).ifPresent(words::add);
        return String.join(" ", words);
    }

    private static String checkins(Preference wanted, LocalDate today) {
        if (!wanted.checkins()) {
            return "Check-ins are off.";
        }
        return wanted.pausedUntil().filter(today::isBefore)
                .map(day -> "Check-ins are paused until " + DateText.day(day, today) + ".").orElse("Check-ins are on.");
    }

    /** The ends that no team could open are not the person's wish. */
    private static Optional<String> quiet(QuietHours hours) {
        var ends = new ArrayList<String>();
        add(ends, "after ", hours.from(), QuietHours.LATEST_BEGIN);
        add(ends, "before ", hours.to(), QuietHours.EARLIEST_END);
        return ends.isEmpty() ? Optional.empty() : Optional.of("Nothing " + String.join(" or ", ends) + ".");
    }

    private static void add(List<String> ends, String word, LocalTime time, LocalTime limit) {
        if (!time.equals(limit)) {
            ends.add(word + DateText.time(time));
        }
    }
}
