package dev.stagecoach.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.delivery.Composer.Composition;

/** What the ledger's rows are to say now, in the words of their composers. */
final class Words {
    private final Map<String, Composer> composers;
    private final Etiquette etiquette;
    private final InstantSource clock;

    Words(Map<String, Composer> composers, Etiquette etiquette, InstantSource clock) {
        this.composers = Map.copyOf(composers);
        this.etiquette = etiquette;
        this.clock = clock;
    }

    /** What stands in a thread is composed together with its message; what comes late says so. */
    Composition of(Claim claim) {
        var row = claim.delivery();
        var message = new Delivery(claim.parent().orElse(row.id()), row.team(), row.kind(), row.to(), row.subject(),
                row.dueAt(), row.attempts());
        var composition = of(message);
        return claim.parent().isEmpty() ? saidLate(claim, composition) : threadOnly(composition);
    }

    Composition of(Delivery message) {
        var composer = Optional.ofNullable(composers.get(message.kind())).orElseThrow(
                () -> new IllegalStateException("nobody writes deliveries of the kind " + message.kind()));
        return composer.compose(message, clock.instant());
    }

    private static Composition threadOnly(Composition composition) {
        return switch (composition) {
            case Composition.Send(_, var inThread) -> inThread.<Composition>map(Composition.Send::of)
                    .orElseGet(() -> new Composition.Skip("There is nothing to add to the message any more."));
            case Composition.Skip skip -> skip;
        };
    }

    private Composition saidLate(Claim claim, Composition composition) {
        var by = Duration.between(claim.delivery().dueAt(), claim.attemptAt());
        return composition instanceof Composition.Send(var card, var inThread)
                && etiquette.manner(claim) == Manner.REPORT && by.compareTo(Courtesy.LATE) > 0
                        ? new Composition.Send(late(card, claim.delivery()), inThread)
                        : composition;
    }

    private static Card late(Card card, Delivery row) {
        var utc = DateTimeFormatter.ofPattern("MMMM d, H:mm 'UTC'", Locale.ENGLISH)
                .format(row.dueAt().atOffset(ZoneOffset.UTC));
        return card.footnote(Text.of("This came late: it was due on ").moment(row.dueAt(), utc).plus("."));
    }
}
