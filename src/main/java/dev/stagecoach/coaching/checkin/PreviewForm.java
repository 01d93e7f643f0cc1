package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.Day;

/** The last look before a check-in is scheduled: what comes in the next four weeks, and what does not, and why. */
final class PreviewForm {
    static final Action<ScheduleDraft> CONFIRM = Action
            .form("checkin.confirm", ScheduleDraft.CARRIED, Access.writes(Who.COACHES))
            .onlyFor("coaches of its team", (here, plan) -> Checkins.SCHEDULES.find(here.tx(), plan.schedule())
                    .map(known -> known.team().equals(plan.team())).orElse(true));
    /** Back to the form. */
    static final Action<ScheduleDraft> CHANGE = Action.click("checkin.change", ScheduleDraft.CARRIED,
            Access.reads(Who.COACHES));
    private static final Duration AHEAD = Duration.ofDays(28);
    /** What a button carries along. */
    private static final int LONGEST_VALUE = 2000;

    private PreviewForm() {}

    /**
     * @param day the team's hours and days off
     * @param enough until when everybody has been asked for enough
     */
    static Form of(ScheduleDraft plan, String setName, Instant now, Day day, Optional<Instant> enough) {
        var who = plan.chosen().isEmpty() ? "all members of the team" : Plural.of(plan.chosen().size(), "person");
        var words = new Field.Words(Text.bolded(setName).plus(" goes to " + who + ", " + plan.recurrence().words()
                + " (" + DateText.zone(day.zone()) + ").\n\n" + dates(plan, now, day, enough)
                + Gap.words(Gap.ahead(plan.recurrence(), day, now)).map(gaps -> "\n\n" + gaps).orElse("")
                + "\n\nEach person gets one private message, and can snooze or skip it."));
        return CONFIRM.form("The next four weeks", "Schedule it", plan, CHANGE.write(plan).length() > LONGEST_VALUE
                ? List.of(words)
                : List.of(words, new Field.Aside(CHANGE.button("Change something", plan))));
    }

    private static String dates(ScheduleDraft plan, Instant now, Day day, Optional<Instant> enough) {
        var first = plan.recurrence().next(now, day.zone());
        var until = now.plus(AHEAD);
        if (first.isAfter(until)) {
            return "Nothing in the next four weeks. The first date:\n• " + line(first, day, enough);
        }
        return Stream.iterate(first, at -> !at.isAfter(until), at -> plan.recurrence().next(at, day.zone()))
                .map(at -> "\n• " + line(at, day, enough))
                .collect(Collectors.joining("", "The next four weeks:", ""));
    }

    private static String line(Instant at, Day day, Optional<Instant> enough) {
        var off = day.offOn(LocalDate.ofInstant(at, day.zone())).map(days -> " (not sent: " + days.name() + ")")
                .or(() -> enough.filter(at::isBefore).map(_ -> " (waits on Home: I already asked everybody for "
                        + "something this week, for example in a round)"));
        return DateText.near(at, day.zone()) + off.orElse("");
    }
}
