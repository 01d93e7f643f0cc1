package dev.stagecoach.coaching.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.chat.Form;

/** When to be asked again. */
final class SnoozeForm {
    static final String ID = "checkin.snooze";
    static final String WHEN = "when";
    private static final String HOUR = "hour";
    private static final String MORNING = "morning";
    private static final String MONDAY = "monday";

    private SnoozeForm() {}

    static Form of(Asked asked, Instant now, ZoneId zone) {
        return new Form(ID, "Ask me again", "Snooze", asked.occasion().id(),
                List.of(new Field.Pick(WHEN, "When is a better time?", "", false, List.of(
                        Option.of(HOUR, "In 1 hour"),
                        Option.of(MORNING, "Tomorrow morning (" + Dates.brief(tomorrow(now, zone), zone) + ")"),
                        Option.of(MONDAY, "Next Monday (" + Dates.brief(Hours.mondayMorning(now, zone), zone) + ")")),
                        Optional.of(MORNING))));
    }

    /** The moment that was picked, in the person's zone; empty where nothing was. */
    static Optional<Instant> parse(Answers answers, Instant now, ZoneId zone) {
        return answers.one(WHEN).flatMap(when -> switch (when) {
            case HOUR -> Optional.of(now.plus(Duration.ofHours(1)));
            case MORNING -> Optional.of(tomorrow(now, zone));
            case MONDAY -> Optional.of(Hours.mondayMorning(now, zone));
            default -> Optional.empty();
        });
    }

    private static Instant tomorrow(Instant now, ZoneId zone) {
        return Hours.morning(LocalDate.ofInstant(now, zone).plusDays(1), zone);
    }
}
