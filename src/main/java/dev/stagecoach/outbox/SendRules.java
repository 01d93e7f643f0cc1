package dev.stagecoach.outbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.outbox.Outbox.Unsent;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.DaysOff;
import dev.stagecoach.people.Subscription;

/**
 * The one rule of what may reach somebody now, asked just before a message goes out (checklist.md, part 3). Reasons
 * are sentences for the person who was to get the message.
 */
sealed interface SendRules {
    String OFF = "Not sent because of days off";
    String ENOUGH = "Not sent because I ask for something";
    String UNWANTED = "Not sent because you";

    /** What is later than this has missed its moment. */
    Duration LATE = Duration.ofHours(2);

    /** It goes out; {@code note} is what there is to say about it nevertheless. */
    record Now(Optional<String> note) implements SendRules {}

    /** It goes out later, and is due then. */
    record PutOff(Instant until, String reason) implements SendRules {}

    /** It never goes out. */
    record Skip(String reason) implements SendRules {}

    /**
     * What a message meets.
     *
     * @param due when it was to go out; for what was put off, until when
     * @param day the reader's hours
     * @param disturbable when the reader wants to be disturbed again, where not now
     * @param allowance the reader's nudges of this week; empty where the message needs none
     */
    record Circumstances(Instant due, Instant now, Day day, Optional<Instant> disturbable,
            Optional<Allowance> allowance) {

        /** Whether the week's nudges are used up, and what this needs is one more. */
        Optional<Allowance> spent() {
            return allowance.filter(Allowance::spent);
        }

        boolean late() {
            return late(due);
        }

        /** What came due in quiet hours is counted from their end. */
        boolean lateForTheDay() {
            return late(day.nextOpen(due));
        }

        private boolean late(Instant since) {
            return Duration.between(since, now).compareTo(LATE) > 0;
        }

        /** From when on nobody but the hours and days has a say. */
        Instant undisturbed() {
            return disturbable.filter(now::isBefore).orElse(now);
        }
    }

    /**
     * How many nudges of the week are used, and how many there are.
     *
     * @param latest from when on the message goes out nevertheless, where it is a request
     */
    record Allowance(int used, int aWeek, Optional<Instant> latest) {
        Allowance(int used, int aWeek) {
            this(used, aWeek, Optional.empty());
        }

        boolean spent() {
            return used >= aWeek;
        }
    }

    /** What a reason says to others than its reader, by how it begins. */
    static Unsent why(String reason) {
        return Stream.of(Map.entry(OFF, Unsent.DAYS_OFF), Map.entry(ENOUGH, Unsent.BUDGET),
                Map.entry(UNWANTED, Unsent.UNWANTED)).filter(one -> reason.startsWith(one.getKey())).findFirst()
                .map(Map.Entry::getValue).orElse(Unsent.OTHER);
    }

    /** Somebody has stopped this kind. */
    static Skip unwanted(Subscription kind) {
        return new Skip(UNWANTED + " turned off messages like this: " + kind.words()
                + ". What is waiting is on your Home tab.");
    }

    static SendRules of(SendPolicy policy, Circumstances meets) {
        return switch (policy) {
            case NUDGE -> nudge(meets);
            case REQUEST -> putOff(meets).or(() -> held(meets)).orElseGet(() -> now(meets));
            case REPORT -> report(meets);
            case ECHO -> atAnyTime(meets.due(), meets.now());
        };
    }

    /** What follows from what somebody did heeds nobody's hours, so it needs no day; but what comes late says so. */
    static Now atAnyTime(Instant due, Instant now) {
        return new Now(Duration.between(due, now).compareTo(LATE) > 0
                ? Optional.of("It came late: I could not send it when it was due.")
                : Optional.empty());
    }

    private static SendRules nudge(Circumstances meets) {
        var off = lost(meets, meets.due()).or(() -> lost(meets, meets.now()))
                .or(() -> lost(meets, meets.undisturbed()));
        if (off.isPresent()) {
            return new Skip(OFF + " (" + off.get().name()
                    + "). Nothing piles up for later.");
        }
        if (meets.lateForTheDay()) {
            return new Skip("Not sent because it was late: it was due on " + words(meets, meets.due())
                    + ", and I could not send it within 2 hours.");
        }
        return putOff(meets).orElseGet(() -> meets.spent()
                .<SendRules>map(week -> new Skip(ENOUGH + " " + times(week.aWeek())
                        + " a week at most, and I already have this week. You will find it on your Home tab."))
                .orElseGet(() -> now(meets)));
    }

    /** A request waits for the week that begins next, or for the moment after which it would be too late. */
    private static Optional<SendRules> held(Circumstances meets) {
        return meets.spent().flatMap(week -> {
            var monday = date(meets, meets.now()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            var free = meets.day().nextOpen(monday.atStartOfDay(meets.day().zone()).toInstant());
            var until = week.latest().filter(free::isAfter).map(meets.day()::nextOpen).orElse(free);
            return until.isAfter(meets.now())
                    ? Optional.of(new PutOff(until, "Put off until " + words(meets, until)
                            + ", because I ask for something " + times(week.aWeek())
                            + " a week at most, and I already have this week. It is already on your Home tab."))
                    : Optional.empty();
        });
    }

    /** What comes late says so, for whoever asks why. */
    private static Now now(Circumstances meets) {
        return new Now(meets.late() ? Optional.of(late(meets)) : Optional.empty());
    }

    private static SendRules report(Circumstances meets) {
        var off = meets.day().offOn(date(meets, meets.due())).or(() -> meets.day().offOn(date(meets, meets.now())));
        if (off.isPresent()) {
            return new Skip(OFF + " (" + off.get().name() + ").");
        }
        return putOff(meets).orElseGet(() -> now(meets));
    }

    private static String late(Circumstances meets) {
        return "It came late: it was due on " + words(meets, meets.due()) + ", and I could not send it then.";
    }

    private static Optional<SendRules> putOff(Circumstances meets) {
        var open = meets.day().nextOpen(meets.undisturbed());
        if (!open.isAfter(meets.now())) {
            return Optional.empty();
        }
        var why = switch (meets.day().at(meets.now())) {
            case Day.Ruling.Open() -> "“do not disturb” was on in Slack";
            case Day.Ruling.Quiet(_) -> "these are quiet hours";
            case Day.Ruling.Off(var days) -> "of days off (" + days.name() + ")";
        };
        return Optional.of(new PutOff(open, "Put off until " + words(meets, open) + ", because " + why + "."));
    }

    /** The days off in which a nudge is lost that would go out at this moment, or at the end of its quiet hours. */
    private static Optional<DaysOff> lost(Circumstances meets, Instant moment) {
        var day = meets.day();
        return day.offOn(date(meets, moment)).or(() -> {
            var anyDay = new Day(day.zone(), day.quiet(), List.of());
            return day.offOn(date(meets, anyDay.nextOpen(moment)));
        });
    }

    private static LocalDate date(Circumstances meets, Instant moment) {
        return LocalDate.ofInstant(moment, meets.day().zone());
    }

    private static String times(int number) {
        return switch (number) {
            case 1 -> "once";
            case 2 -> "twice";
            default -> number + " times";
        };
    }

    private static String words(Circumstances meets, Instant moment) {
        return DateText.near(moment, meets.day().zone());
    }
}
