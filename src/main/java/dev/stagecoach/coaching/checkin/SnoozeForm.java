package dev.stagecoach.coaching.checkin;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Form;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.people.Day;

/** When to be asked again: always within the person's own hours. */
final class SnoozeForm {
    static final Action<Context> PUT_OFF = Checkins.asked(
            Action.form("checkin.snooze", Context.CARRIED, Access.writes(Who.TEAM)), Context::run);
    static final String WHEN = "when";
    static final String DATE = "date";
    private static final String HOUR = "hour";
    private static final String MORNING = "morning";
    private static final String MONDAY = "monday";
    private static final String CHOSEN = "date";

    private SnoozeForm() {}

    /** What was sent in: a moment, or reasons beside the fields. */
    sealed interface Parsed {
        record Good(Instant until) implements Parsed {}

        record Bad(Map<String, String> reasons) implements Parsed {}
    }

    /** What a form speaks of: an occasion, and how often it had been put off when the form opened. */
    record Context(String run, Optional<Integer> snoozes) {
        private static final Carried<Context> CARRIED = new Carried<>(
                one -> one.run() + one.snoozes().map(number -> " " + number).orElse(""), Context::read,
                (tx, one) -> Checkins.OCCASIONS.team(tx, one.run()));

        private static Optional<Context> read(String text) {
            return Carried.parts(text, 1).map(one -> new Context(one.getFirst(), Optional.empty()))
                    .or(() -> Carried.parts(text, 2).filter(two -> two.get(1).matches("\\d{1,9}"))
                            .map(two -> new Context(two.get(0), Optional.of(Integer.valueOf(two.get(1))))));
        }
    }

    /** @param day the person's hours */
    static Form of(Recipient recipient, Instant now, Day day) {
        return PUT_OFF.form("Ask me again", "Snooze",
                new Context(recipient.run().id(), Optional.of(recipient.snoozes())), List.of(
                        new Field.Pick(WHEN, "When is a better time?", "", false, List.of(
                                option(HOUR, "In 1 hour", hour(now, day), day),
                                option(MORNING, "Tomorrow", tomorrow(now, day), day),
                                option(MONDAY, "Next week", nextWeek(now, day), day),
                                Option.of(CHOSEN, "On the date below")), Optional.of(MORNING)),
                        new Field.Day(DATE, "Date", "Only needed if you choose a date; "
                                + DateText.near(last(recipient, day)) + " at the latest.", true, Optional.empty())));
    }

    private static Option option(String value, String label, Instant at, Day day) {
        return new Option(value, label, DateText.near(at, day.zone()));
    }

    /** The moment that was picked, or what is to be mended. */
    static Parsed parse(Recipient recipient, Answers answers, Instant now, Day day) {
        return answers.one(WHEN).<Parsed>flatMap(when -> switch (when) {
            case HOUR -> Optional.of(new Parsed.Good(hour(now, day)));
            case MORNING -> Optional.of(new Parsed.Good(tomorrow(now, day)));
            case MONDAY -> Optional.of(new Parsed.Good(nextWeek(now, day)));
            case CHOSEN -> Optional.of(chosen(recipient, new FormReader(answers), now, day));
            default -> Optional.empty();
        }).orElseGet(() -> new Parsed.Bad(Map.of(WHEN, "Choose when I should ask again.")));
    }

    private static Parsed chosen(Recipient recipient, FormReader reading, Instant now, Day day) {
        var date = reading.day(DATE);
        var last = last(recipient, day);
        if (date.isEmpty()) {
            return bad("Give a date.");
        }
        if (!date.get().isAfter(LocalDate.ofInstant(now, day.zone()))) {
            return bad("Choose a day after today.");
        }
        if (date.get().isAfter(last)) {
            return bad("This check-in closes before then. Choose " + DateText.near(last) + " at the latest.");
        }
        var at = opening(date.get(), day);
        return recipient.run().takesAnswers(at)
                ? new Parsed.Good(at)
                : bad("Your next day that is not a day off is " + DateText.near(at, day.zone())
                        + "; this check-in will be closed by then. Choose an earlier day.");
    }

    private static Parsed bad(String reason) {
        return new Parsed.Bad(Map.of(DATE, reason));
    }

    /** The last day on which the check-in takes answers for sure. */
    private static LocalDate last(Recipient recipient, Day day) {
        return LocalDate.ofInstant(recipient.run().askedAt().plus(CheckinRun.EDITABLE), day.zone()).minusDays(1);
    }

    private static Instant hour(Instant now, Day day) {
        return day.nextOpen(now.plus(Duration.ofHours(1)));
    }

    private static Instant tomorrow(Instant now, Day day) {
        return opening(LocalDate.ofInstant(now, day.zone()).plusDays(1), day);
    }

    private static Instant nextWeek(Instant now, Day day) {
        return opening(LocalDate.ofInstant(now, day.zone()).with(TemporalAdjusters.next(DayOfWeek.MONDAY)), day);
    }

    /** The first minute of the date, or of a later day, at which the person may be asked. */
    private static Instant opening(LocalDate date, Day day) {
        return day.nextOpen(date.atStartOfDay(day.zone()).toInstant());
    }
}
