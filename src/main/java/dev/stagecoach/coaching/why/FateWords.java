package dev.stagecoach.coaching.why;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.stagecoach.chat.Text;
import dev.stagecoach.delivery.Fate;

/** What became of a message, in a sentence for its reader, whose zone the moments are in. */
record FateWords(ZoneId zone, Instant now) {
    /** What comes this soon after its time is not late. */
    private static final Duration ON_TIME = Duration.ofMinutes(10);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a", Locale.US);

    Text of(Text before, Fate fate) {
        return switch (fate.state()) {
            case SENT -> sent(before, fate);
            case DUE -> reason(fate.dueAt().isAfter(now)
                    ? moment(before.plus(fate.reason().isPresent() ? "put off until " : "comes "), fate.dueAt())
                    : moment(before.plus("was due "), fate.dueAt()).plus(" and is being tried"), fate);
            case SENDING -> reason(moment(before.plus("was due "), fate.dueAt()).plus(" and is on its way"), fate);
            case SKIPPED -> reason(moment(before.plus("was due "), fate.dueAt()).plus(", not sent"), fate);
            case FAILED -> reason(moment(before.plus("was due "), fate.dueAt()).plus(", could not be sent"), fate);
        };
    }

    private Text sent(Text before, Fate fate) {
        var at = fate.sentAt().orElse(fate.dueAt());
        var words = at.isAfter(fate.dueAt().plus(ON_TIME))
                ? moment(moment(before.plus("was due "), fate.dueAt()).plus(", came late, "), at)
                : moment(before.plus("came "), at);
        return reason(words, fate);
    }

    Text moment(Text before, Instant at) {
        return before.moment(at, MOMENT.format(at.atZone(zone)));
    }

    private static Text reason(Text words, Fate fate) {
        return fate.reason().filter(reason -> !reason.isBlank())
                .map(reason -> words.plus(". " + sentence(reason))).orElseGet(() -> words.plus("."));
    }

    /** Reasons come as sentences and as parts of one. */
    static String sentence(String reason) {
        var capital = reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        return capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
    }
}
