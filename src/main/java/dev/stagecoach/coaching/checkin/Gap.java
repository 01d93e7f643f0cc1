package dev.stagecoach.coaching.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.outbox.Recurrence;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;

/**
 * Dates of a rhythm, one after another, that fall out because of days off.
 *
 * @param before the last date that is asked before them; empty where the rhythm begins with them
 * @param after the first date that is asked again
 */
record Gap(List<Missed> missed, Optional<LocalDate> before, LocalDate after) {
    private static final int YEARS_AHEAD = 1;
    private static final int TOLD = 3;

    Gap {
        missed = List.copyOf(missed);
    }

    record Missed(LocalDate date, DaysOff off) {}

    /** Those within a year of which a date is still to come, in order. */
    static List<Gap> ahead(Recurrence rhythm, Day day, Instant now) {
        var next = LocalDate.ofInstant(rhythm.next(now, day.zone()), day.zone());
        var last = next.plusYears(YEARS_AHEAD);
        var gaps = new ArrayList<Gap>();
        var missed = new ArrayList<Missed>();
        var before = Optional.<LocalDate>empty();
        for (var date : rhythm.dates(rhythm.start()).takeWhile(one -> !one.isAfter(last)).toList()) {
            var off = day.offOn(date);
            if (off.isPresent()) {
                missed.add(new Missed(date, off.get()));
                continue;
            }
            if (!missed.isEmpty() && !missed.getLast().date().isBefore(next)) {
                gaps.add(new Gap(missed, before, date));
            }
            missed.clear();
            before = Optional.of(date);
        }
        return gaps;
    }

    /** The first of them in words, and how many more there are; empty where there are none. */
    static Optional<String> words(List<Gap> gaps) {
        var more = gaps.size() - TOLD;
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(gaps.stream().limit(TOLD).map(Gap::words).collect(Collectors.joining("\n"))
                        + (more > 0
                                ? "\nDays off touch this check-in " + Plural.of(more, "more time")
                                        + " within a year. I will tell you on my Home tab four weeks ahead."
                                : ""));
    }

    LocalDate first() {
        return missed.getFirst().date();
    }

    /** "Mon, Dec 21 falls in Winter break. The next check-in after Mon, Dec 7 is Mon, Jan 4: four weeks." */
    String words() {
        var off = missed.stream()
                .collect(Collectors.groupingBy(Missed::off, LinkedHashMap::new, Collectors.toList()));
        return off.entrySet().stream().map(one -> falling(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" "))
                + before.map(date -> " The next check-in after " + DateText.near(date) + " is " + DateText.near(after)
                        + ": " + length(ChronoUnit.DAYS.between(date, after)) + ".")
                        .orElseGet(() -> " The first check-in is " + DateText.near(after) + ".");
    }

    private static String falling(DaysOff off, List<Missed> missed) {
        var dates = missed.stream().map(one -> DateText.near(one.date())).toList();
        var all = dates.size() == 1
                ? dates.getFirst()
                : String.join("; ", dates.subList(0, dates.size() - 1)) + " and " + dates.getLast();
        return all + Plural.either(dates.size(), " falls ", " fall ") + (off.first().equals(off.last()) ? "on " : "in ")
                + off.name() + ".";
    }

    private static String length(long days) {
        return days % 7 == 0 ? Plural.spelled((int) days / 7, "week") : days + " days";
    }
}
