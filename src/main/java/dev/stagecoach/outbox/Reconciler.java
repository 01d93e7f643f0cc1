package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.chat.Messenger.Search;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes after a send: finding out whether an unclear one arrived, and writing a message again. */
final class Reconciler {
    /** While it cannot be told whether a message arrived, we ask again, so often and for so long. */
    private static final Duration ASK_EVERY = Duration.ofMinutes(1);
    private static final Duration ASK_FOR = Duration.ofMinutes(15);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Database database;
    private final MessageRendering words;
    private final SendContext sendContext;
    private final Messenger messenger;
    private final InstantSource clock;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final HeldBackStore heldBack = new HeldBackStore();
    private final NudgeFooter footer;

    Reconciler(Database database, MessageRendering words, SendContext sendContext, Messenger messenger,
            InstantSource clock) {
        this.database = database;
        this.words = words;
        this.sendContext = sendContext;
        this.footer = new NudgeFooter(database, sendContext);
        this.messenger = messenger;
        this.clock = clock;
    }

    /** Did it arrive? Then that is recorded; otherwise it is sent again, or not, as the kind of address demands. */
    void findOut(Claim claim) {
        var now = clock.instant();
        var search = search(claim);
        // What stands has a thread only if its words say so now; composing is reading, and outside the transaction.
        var thread = search instanceof Search.Found && opensThread(claim);
        database.change(tx -> {
            switch (search) {
                case Search.Found(var message) -> {
                    var said = new DeliveryStore.Said(sendContext.spends(claim), sendContext.note(tx, claim));
                    if (deliveries.sent(tx, claim, message, now, said) && thread) {
                        deliveries.openThread(tx, claim.id());
                    }
                }
                case Search.NotThere() -> {
                    if (claim.attempt() >= BackOff.SENDING.attempts()) {
                        deliveries.failed(tx, claim,
                                "I tried " + claim.attempt() + " times, and the message never arrived.");
                    } else {
                        deliveries.dueAgain(tx, claim, now, "The first attempt did not arrive.");
                    }
                }
                case Search.CannotTell(var reason) when now.isBefore(claim.attemptAt().plus(ASK_FOR)) ->
                    deliveries.unclear(tx, claim, now.plus(ASK_EVERY), reason);
                case Search.CannotTell(_) -> {
                    switch (claim.delivery().to()) {
                        case PersonId _ -> deliveries.skipped(tx, claim,
                                "I could not find out whether this message arrived, so I did not send it twice.");
                        case ChannelId _ -> deliveries.dueAgain(tx, claim, now,
                                "I could not find out whether this message arrived, so I sent it again.");
                    }
                }
            }
        });
    }

    private Search search(Claim claim) {
        var since = claim.attemptAt();
        try {
            return claim.parent().isEmpty()
                    ? messenger.find(claim.delivery().to(), claim.mark(), since)
                    : place(claim.parent().get()).map(parent -> messenger.findInThread(parent, claim.id(), since))
                            .orElseGet(Search.NotThere::new);
        } catch (RuntimeException | Error e) {
            LOG.error("the messenger failed to look for delivery {}", claim.id(), e);
            return new Search.CannotTell("Something went wrong while I looked for this message.");
        }
    }

    private boolean opensThread(Claim claim) {
        try {
            return words.of(claim) instanceof Composition.Send(_, var inThread) && inThread.isPresent();
        } catch (RuntimeException | Error e) {
            LOG.error("delivery {} stands, but its thread could not be composed", claim.id(), e);
            return false;
        }
    }

    /**
     * A message that stands gets its present content. Where nobody has anything to say, a channel keeps what it was told, and
     * a person's message loses its words.
     */
    void rewrite(Claim claim) {
        if (claim.links().lead().isPresent()) {
            handOver(claim, claim.links().lead().get());
            return;
        }
        final Map<Delivery, Composition> parts;
        try {
            parts = parts(claim);
        } catch (RuntimeException | Error e) {
            LOG.error("delivery {} could not be composed again", claim.id(), e);
            later(claim, Duration.ZERO, "composing failed");
            return;
        }
        var place = place(claim.id());
        var said = parts.values().stream().anyMatch(Composition.Send.class::isInstance);
        if (place.isPresent() && !said && claim.delivery().to() instanceof PersonId) {
            record(claim, update(claim, place.get(), Bundle.NOTHING_LEFT), List.of());
        } else if (place.isPresent() && said) {
            var card = footer.standing(parts.entrySet().stream()
                    .map(part -> new NudgeFooter.Part(part.getKey(), card(part.getValue()))).toList());
            record(claim, update(claim, place.get(), card), threads(parts));
        } else {
            database.change(tx -> deliveries.rewritten(tx, claim));
        }
    }

    /** What went out with another message is written again with it. */
    private void handOver(Claim claim, String lead) {
        database.change(tx -> {
            deliveries.rewritten(tx, claim);
            deliveries.refresh(tx, lead);
        });
    }

    /** What stands in the message, by row. */
    private Map<Delivery, Composition> parts(Claim claim) {
        var parts = new LinkedHashMap<Delivery, Composition>();
        parts.put(claim.delivery(), words.of(claim));
        database.read(tx -> deliveries.riders(tx, claim.id())).forEach(row -> parts.put(row, words.of(row)));
        return parts;
    }

    private static Card card(Composition part) {
        return switch (part) {
            case Composition.Send(var card, _) -> card;
            case Composition.Skip(var reason) -> Bundle.over(reason);
        };
    }

    private static List<String> threads(Map<Delivery, Composition> parts) {
        return parts.entrySet().stream().filter(part -> part.getValue() instanceof Composition.Send send
                && send.inThread().isPresent()).map(part -> part.getKey().id()).toList();
    }

    private Outcome update(Claim claim, MessageRef place, Card card) {
        try {
            return messenger.update(place, card);
        } catch (RuntimeException | Error e) {
            LOG.error("the messenger failed to rewrite delivery {}", claim.id(), e);
            return new Outcome.Unclear("Something went wrong while I rewrote this message.");
        }
    }

    private void record(Claim claim, Outcome outcome, List<String> threads) {
        switch (outcome) {
            case Outcome.Sent(_) -> database.change(tx -> {
                deliveries.rewritten(tx, claim);
                threads.forEach(message -> deliveries.openThread(tx, message));
            });
            case Outcome.TooFast(var retryAfter, _) -> database
                    .change(tx -> deliveries.rewriteSlowedDown(tx, claim, clock.instant().plus(retryAfter)));
            case Outcome.Busy(var retryAfter, var reason) -> later(claim, retryAfter, reason);
            case Outcome.Unclear(var reason) -> later(claim, Duration.ZERO, reason);
            case Outcome.Impossible(var reason, var gone) -> {
                giveUp(claim, reason);
                if (gone.isPresent() && claim.delivery().to() instanceof ChannelId channel) {
                    database.change(tx -> heldBack.hold(tx, claim.id(), channel));
                }
            }
        }
    }

    private void later(Claim claim, Duration asked, String reason) {
        BackOff.REWRITING.after(claim.attempt(), asked).ifPresentOrElse(
                wait -> database.change(tx -> deliveries.rewriteLater(tx, claim, clock.instant().plus(wait))),
                () -> giveUp(claim, reason));
    }

    private void giveUp(Claim claim, String reason) {
        LOG.warn("delivery {} keeps its older content after {} attempts: {}", claim.id(), claim.attempt(), reason);
        database.change(tx -> deliveries.rewritten(tx, claim));
    }

    private Optional<MessageRef> place(String id) {
        return database.read(tx -> deliveries.place(tx, id));
    }
}
