package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.Day;

/** The last look before a check-in is scheduled: what comes in the next four weeks, and what does not, and why. */
final class PreviewForm {
    static final String ID = "checkin.confirm";
    static final String CHANGE = "checkin.change";
    private static final Duration AHEAD = Duration.ofDays(28);
    /** What a button carries along. */
    private static final int LONGEST_VALUE = 2000;

    private PreviewForm() {}

    /** @param day the team's hours and days off */
    static Form of(ScheduleDraft plan, String setName, Instant now, Day day) {
        var who = plan.chosen().isEmpty() ? "all members of the team" : Counts.count(plan.chosen().size(), "person");
        var words = new Field.Words(Text.bolded(setName).plus(" goes to " + who + ", " + plan.recurrence().words()
                + " (" + DateText.zone(day.zone()) + ").\n\n" + dates(plan, now, day)
                + "\n\nEach person gets one private message, and can snooze or skip it."));
        var value = plan.format();
        return new Form(ID, "The next four weeks", "Schedule it", value, value.length() > LONGEST_VALUE
                ? List.of(words)
                : List.of(words, new Field.Aside(Button.of("Change something", CHANGE, value))));
    }

    private static String dates(ScheduleDraft plan, Instant now, Day day) {
        var first = plan.recurrence().next(now, day.zone());
        var until = now.plus(AHEAD);
        if (first.isAfter(until)) {
            return "Nothing in the next four weeks. The first date:\n• " + line(first, day);
        }
        return Stream.iterate(first, at -> !at.isAfter(until), at -> plan.recurrence().next(at, day.zone()))
                .map(at -> "\n• " + line(at, day))
                .collect(Collectors.joining("", "The next four weeks:", ""));
    }

    private static String line(Instant at, Day day) {
        var off = day.offOn(LocalDate.ofInstant(at, day.zone())).map(days -> " (not sent: " + days.name() + ")");
        return DateText.near(at, day.zone()) + off.orElse("");
    }

    static Optional<ScheduleDraft> plan(String context) {
        return ScheduleDraft.parse(context);
    }
}
