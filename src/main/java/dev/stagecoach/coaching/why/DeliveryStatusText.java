package dev.stagecoach.coaching.why;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.outbox.DeliveryStatus;

/** What became of a message, in a sentence for its reader, whose zone the moments are in. */
record DeliveryStatusText(ZoneId zone, Instant now) {
    /** What comes this soon after its time is not late. */
    private static final Duration ON_TIME = Duration.ofMinutes(10);

    Text of(Text before, DeliveryStatus status) {
        return switch (status.state()) {
            case SENT -> sent(before, status);
            case DUE -> reason(status.dueAt().isAfter(now)
                    ? moment(before.plus(status.reason().isPresent() ? "put off until " : "comes "), status.dueAt())
                    : moment(before.plus("was due "), status.dueAt()).plus(" and I am trying to send it"), status);
            case SENDING -> reason(moment(before.plus("was due "), status.dueAt()).plus(" and is on its way"), status);
            case SKIPPED -> reason(moment(before.plus("was due "), status.dueAt()).plus(", not sent"), status);
            case FAILED -> reason(moment(before.plus("was due "), status.dueAt()).plus(", could not be sent"), status);
        };
    }

    private Text sent(Text before, DeliveryStatus status) {
        var at = status.sentAt().orElse(status.dueAt());
        var words = at.isAfter(status.dueAt().plus(ON_TIME))
                ? moment(moment(before.plus("was due "), status.dueAt()).plus(", came late, "), at)
                : moment(before.plus("came "), at);
        return reason(words, status);
    }

    Text moment(Text before, Instant at) {
        return before.moment(at, DateText.near(at, zone));
    }

    private static Text reason(Text words, DeliveryStatus status) {
        return status.reason().filter(reason -> !reason.isBlank())
                .map(reason -> words.plus(". " + sentence(reason))).orElseGet(() -> words.plus("."));
    }

    /** Reasons come as sentences and as parts of one. */
    static String sentence(String reason) {
        var capital = Text.capital(reason);
        return capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
    }
}
