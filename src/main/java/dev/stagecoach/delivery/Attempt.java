package dev.stagecoach.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.delivery.Composer.Composition;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PlaceStore;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one claimed row: compose it, send it, record what became of it. */
final class Attempt {
    /** What was asked of the chat service shows there after this time at the latest. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Database database;
    private final Map<String, Composer> composers;
    private final Messenger messenger;
    private final InstantSource clock;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final PlaceStore places = new PlaceStore();

    Attempt(Database database, Map<String, Composer> composers, Messenger messenger, InstantSource clock) {
        this.database = database;
        this.composers = Map.copyOf(composers);
        this.messenger = messenger;
        this.clock = clock;
    }

    /** Sends the row. Answers until when its address wants no further message, where it said so. */
    Optional<Instant> send(Claim claim) {
        final Composition composition;
        try {
            composition = compose(claim);
        } catch (RuntimeException e) {
            stumbled(claim, e);
            return Optional.empty();
        }
        return switch (composition) {
            case Composition.Skip(var reason) -> {
                database.change(tx -> deliveries.skipped(tx, claim, reason));
                yield Optional.empty();
            }
            case Composition.Send(var card, var inThread) -> record(claim, posted(claim, card, inThread), inThread);
        };
    }

    /** What the row is to say now. What stands in a thread is composed together with its message. */
    Composition compose(Claim claim) {
        var row = claim.delivery();
        var composer = Optional.ofNullable(composers.get(row.kind()))
                .orElseThrow(() -> new IllegalStateException("nobody writes deliveries of the kind " + row.kind()));
        var message = new Delivery(claim.parent().orElse(row.id()), row.team(), row.kind(), row.to(), row.subject(),
                row.dueAt(),
                row.attempts());
        var composition = composer.compose(message, clock.instant());
        return claim.parent().isEmpty() ? composition : threadOnly(composition);
    }

    private static Composition threadOnly(Composition composition) {
        return switch (composition) {
            case Composition.Send(_, var inThread) -> inThread.<Composition>map(Composition.Send::of)
                    .orElseGet(() -> new Composition.Skip("There is nothing to add to the message any more."));
            case Composition.Skip skip -> skip;
        };
    }

    private Outcome posted(Claim claim, Card card, Optional<Card> inThread) {
        try {
            return claim.parent().isEmpty()
                    ? messenger.post(claim.delivery().to(), card, claim.id())
                    : claim.parent().flatMap(id -> database.read(tx -> deliveries.place(tx, id)))
                            .map(parent -> messenger.postInThread(parent, card, claim.id()))
                            .orElseGet(() -> new Outcome.Impossible("The message it belongs to is gone."));
        } catch (RuntimeException e) {
            LOG.error("the messenger failed on delivery {}", claim.id(), e);
            return new Outcome.Unclear("Something went wrong while I sent this message.");
        }
    }

    private Optional<Instant> record(Claim claim, Outcome outcome, Optional<Card> inThread) {
        var now = clock.instant();
        return switch (outcome) {
            case Outcome.Sent(var message) -> {
                if (!database.<Boolean>write(tx -> {
                    var first = deliveries.sent(tx, claim, message, now);
                    if (first && inThread.isPresent()) {
                        deliveries.openThread(tx, claim);
                    }
                    return first;
                })) {
                    LOG.warn("delivery {} stands twice, the second time at {}", claim.id(), message);
                }
                yield Optional.empty();
            }
            case Outcome.Busy(var retryAfter, var reason) -> Optional.of(busy(claim, now, retryAfter, reason));
            case Outcome.Impossible(var reason, var gone) -> {
                database.change(tx -> {
                    if (gone.isPresent()) {
                        outOfReach(tx, claim, reason);
                    } else {
                        deliveries.failed(tx, claim, reason);
                    }
                });
                yield Optional.empty();
            }
            case Outcome.Unclear(var reason) -> {
                database.change(tx -> deliveries.unclear(tx, claim, now.plus(GRACE), reason));
                yield Optional.empty();
            }
        };
    }

    /** Nothing is wrong with the message: what was for a channel goes there when the channel is back. */
    private void outOfReach(Transaction tx, Claim claim, String reason) {
        if (deliveries.skipped(tx, claim, reason) && claim.delivery().to() instanceof ChannelId channel) {
            places.hold(tx, claim.id(), channel);
        }
    }

    private Instant busy(Claim claim, Instant now, Duration retryAfter, String reason) {
        var wait = BackOff.SENDING.after(claim.attempt(), retryAfter);
        var until = now.plus(wait.orElse(retryAfter));
        database.change(tx -> {
            again(tx, claim, wait.map(now::plus), reason);
            deliveries.pause(tx, claim.delivery().to(), until);
        });
        return until;
    }

    private void stumbled(Claim claim, RuntimeException fault) {
        var id = Ids.next();
        var reference = id.substring(id.length() - 6);
        LOG.error("delivery {} could not be composed, reference {}", claim.id(), reference, fault);
        var at = BackOff.SENDING.after(claim.attempt(), Duration.ZERO).map(clock.instant()::plus);
        var reason = "Something went wrong while I wrote this message; the reference is " + reference + ".";
        database.change(tx -> again(tx, claim, at, reason));
    }

    private void again(Transaction tx, Claim claim, Optional<Instant> at, String reason) {
        at.ifPresentOrElse(moment -> deliveries.dueAgain(tx, claim, moment, reason), () -> deliveries.failed(tx, claim,
                "I tried " + claim.attempt() + " times without success. The last time: " + reason));
    }
}
