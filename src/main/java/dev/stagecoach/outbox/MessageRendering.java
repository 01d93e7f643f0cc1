package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.chat.ThreadNote;
import dev.stagecoach.outbox.Composer.Composition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the outbox's rows are to say now, in the words of their composers. */
final class MessageRendering {
    private static final Logger LOG = LoggerFactory.getLogger(MessageRendering.class);

    private final Map<String, Composer> composers;
    private final SendContext sendContext;
    private final InstantSource clock;

    MessageRendering(Map<String, Composer> composers, SendContext sendContext, InstantSource clock) {
        this.composers = Map.copyOf(composers);
        this.sendContext = sendContext;
        this.clock = clock;
    }

    /** What of these can be written at once, a kind at a time; the others are to be written one by one. */
    Map<Claim, Composition> ahead(List<Claim> claims) {
        var ahead = new HashMap<Claim, Composition>();
        claims.stream().filter(claim -> claim.parent().isEmpty())
                .collect(Collectors.groupingBy(claim -> claim.delivery().kind()))
                .forEach((kind, rows) -> {
                    var words = together(kind, rows.stream().map(Claim::delivery).toList());
                    rows.forEach(row -> Optional.ofNullable(words.get(row.id()))
                            .ifPresent(one -> ahead.put(row, asked(row, one))));
                });
        return ahead;
    }

    private Map<String, Composition> together(String kind, List<Delivery> rows) {
        try {
            return Optional.ofNullable(composers.get(kind)).map(one -> one.composeTogether(rows, clock.instant()))
                    .orElse(Map.of());
        } catch (RuntimeException | Error e) {
            LOG.error("{} deliveries could not be composed together; each is composed by itself", kind, e);
            return Map.of();
        }
    }

    /** What stands in a thread is composed together with its message; what comes late says so. */
    Composition of(Claim claim) {
        var row = claim.delivery();
        var message = new Delivery(claim.parent().orElse(row.id()), row.team(), row.kind(), row.to(), row.subject(),
                row.dueAt(), row.attempts());
        var composition = of(message);
        return claim.parent().isEmpty() ? asked(claim, composition) : threadOnly(composition);
    }

    /** What its reader has put off comes again only while there is still something to do about it. */
    private Composition asked(Claim claim, Composition composition) {
        return claim.work() == Claim.Work.SEND && claim.links().follows().isPresent()
                && sendContext.shared(claim.delivery()).isPresent()
                && composition instanceof Composition.Send(var card, _) && !NudgeButtons.asks(card)
                        ? new Composition.Skip("Not sent again because it was done in the meantime.")
                        : saidLate(claim, composition);
    }

    Composition of(Delivery message) {
        var composer = Optional.ofNullable(composers.get(message.kind())).orElseThrow(
                () -> new IllegalStateException("nobody writes deliveries of the kind " + message.kind()));
        return composer.compose(message, clock.instant());
    }

    private static Composition threadOnly(Composition composition) {
        return switch (composition) {
            case Composition.Send(_, var inThread) ->
                inThread.map(ThreadNote::on).<Composition>map(Composition.Send::of)
                        .orElseGet(() -> new Composition.Skip("There is nothing left to add to the message."));
            case Composition.Skip skip -> skip;
        };
    }

    private Composition saidLate(Claim claim, Composition composition) {
        var by = Duration.between(claim.delivery().dueAt(), claim.attemptAt());
        return composition instanceof Composition.Send(var card, var inThread)
                && sendContext.policy(claim) == SendPolicy.REPORT && by.compareTo(SendRules.LATE) > 0
                        ? new Composition.Send(late(card, claim.delivery()), inThread)
                        : composition;
    }

    private static Card late(Card card, Delivery row) {
        var utc = DateText.near(row.dueAt(), ZoneOffset.UTC) + " UTC";
        return card.footnote(Text.of("This came late: it was due on ").moment(row.dueAt(), utc).plus("."));
    }
}
