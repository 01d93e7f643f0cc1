package dev.stagecoach.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Messenger.Outcome;
import dev.stagecoach.outbox.Composer.Composition;
import dev.stagecoach.outbox.DeliveryStore.Standing;
import dev.stagecoach.outbox.Preparation.Prepared;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Ids;
import dev.stagecoach.storage.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at one task: may it go out, what does it say; send it, record what became of it. */
final class Attempt {
    /** What was asked of the chat service shows there after this time at the latest. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Database database;
    private final Preparation preparation;
    private final SendContext sendContext;
    private final Messenger messenger;
    private final InstantSource clock;
    private final DeliveryStore deliveries = new DeliveryStore();
    private final HeldBackStore heldBack = new HeldBackStore();
    private final SentRecorder records;
    private final NudgeFooter footer;

    Attempt(Database database, Preparation preparation, SendContext sendContext, Messenger messenger,
            InstantSource clock) {
        this.database = database;
        this.records = new SentRecorder(database);
        this.preparation = preparation;
        this.sendContext = sendContext;
        this.footer = new NudgeFooter(database, sendContext);
        this.messenger = messenger;
        this.clock = clock;
    }

    /** A row that may go out, with its words. */
    private record Draft(Claim claim, Card card, Optional<Card> inThread, DeliveryStore.Said said) {}

    /** Sends what may go out. Answers until when its address wants no further message, where it said so. */
    Optional<Instant> send(SendTask task, Prepared prepared) {
        var drafts = new ArrayList<Draft>();
        preparation.courtesies(task, prepared).forEach((claim, rules) -> {
            switch (rules) {
                case SendRules.Now(var note) -> draft(claim, note, prepared).ifPresent(drafts::add);
                case SendRules.PutOff(var until, var reason) ->
                    database.change(tx -> deliveries.putOff(tx, claim, until, reason));
                case SendRules.Skip(var reason) -> database.change(tx -> deliveries.skipped(tx, claim, reason));
            }
        });
        return post(drafts);
    }

    private Optional<Draft> draft(Claim claim, Optional<String> note, Prepared prepared) {
        final Composition composition;
        try {
            composition = preparation.words(claim, prepared);
        } catch (RuntimeException | Error e) {
            stumbled(claim, e);
            return Optional.empty();
        }
        return switch (composition) {
            case Composition.Skip(var reason) -> {
                database.change(tx -> deliveries.skipped(tx, claim, reason));
                yield Optional.empty();
            }
            case Composition.Send(var card, var inThread) -> Optional.of(
                    new Draft(claim, card, inThread, new DeliveryStore.Said(sendContext.spends(claim), note)));
        };
    }

    /** All in one message, or in as few as will hold it. */
    private Optional<Instant> post(List<Draft> drafts) {
        var left = drafts;
        while (!left.isEmpty()) {
            var whole = fitting(left);
            left = left.subList(whole.size(), left.size());
            var pause = postWhole(whole);
            if (pause.isPresent()) {
                var waiting = left;
                database.change(tx -> waiting.forEach(draft -> deliveries.dueAgain(tx, draft.claim(), pause.get(),
                        "It waits behind another message.")));
                return pause;
            }
        }
        return Optional.empty();
    }

    private List<Draft> fitting(List<Draft> drafts) {
        var number = 1;
        while (number < drafts.size() && messenger.fits(card(drafts.subList(0, number + 1)))) {
            number++;
        }
        return drafts.subList(0, number);
    }

    private Card card(List<Draft> drafts) {
        return footer.fresh(drafts.stream().map(draft -> new NudgeFooter.Part(draft.claim().delivery(), draft.card()))
                .toList());
    }

    private Optional<Instant> postWhole(List<Draft> drafts) {
        var whole = joined(drafts);
        return record(whole, posted(whole.getFirst().claim(), card(whole)));
    }

    /** The rows know of each other before the message is sent, so that whoever finds it later finds them all. */
    private List<Draft> joined(List<Draft> drafts) {
        if (drafts.size() == 1) {
            return drafts;
        }
        var lead = drafts.getFirst();
        return database.write(tx -> drafts.stream()
                .filter(draft -> draft == lead || deliveries.joins(tx, draft.claim(), lead.claim())).toList());
    }

    private Outcome posted(Claim claim, Card card) {
        try {
            return claim.parent().isEmpty()
                    ? messenger.post(claim.delivery().to(), card, claim.id())
                    : claim.parent().flatMap(id -> database.read(tx -> deliveries.place(tx, id)))
                            .map(parent -> messenger.postInThread(parent, card, claim.id()))
                            .orElseGet(() -> new Outcome.Impossible("The message it belongs to has been deleted."));
        } catch (RuntimeException | Error e) {
            LOG.error("the messenger failed on delivery {}", claim.id(), e);
            return new Outcome.Unclear("Something went wrong while I sent this message.");
        }
    }

    private Optional<Instant> record(List<Draft> drafts, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Sent(var message) -> records.stand(drafts.stream().map(draft -> new Standing(draft.claim(),
                    message, now, draft.said(), draft.inThread().isPresent())).toList());
            case Outcome.TooFast(var retryAfter, var reason) -> {
                return Optional.of(slowedDown(drafts, now.plus(retryAfter), reason));
            }
            case Outcome.Busy busy -> {
                return Optional.of(busy(drafts, now, busy));
            }
            case Outcome.Impossible(var reason, var gone) -> database.change(tx -> drafts.forEach(draft -> {
                if (gone.isPresent()) {
                    outOfReach(tx, draft.claim(), reason);
                } else {
                    deliveries.failed(tx, draft.claim(), reason);
                }
            }));
            case Outcome.Unclear(var reason) -> database.change(
                    tx -> drafts.forEach(draft -> deliveries.unclear(tx, draft.claim(), now.plus(GRACE), reason)));
        }
        return Optional.empty();
    }

    /** Nothing is wrong with the message: what was for a channel goes there when the channel is back. */
    private void outOfReach(Transaction tx, Claim claim, String reason) {
        if (deliveries.skipped(tx, claim, reason) && claim.delivery().to() instanceof ChannelId channel) {
            heldBack.hold(tx, claim.id(), channel);
        }
    }

    /** Nothing is wrong with the message, so it has not used up an attempt. */
    private Instant slowedDown(List<Draft> drafts, Instant until, String reason) {
        database.change(tx -> {
            drafts.forEach(draft -> deliveries.slowedDown(tx, draft.claim(), until, reason));
            deliveries.pause(tx, drafts.getFirst().claim().delivery().to(), until);
        });
        return until;
    }

    private Instant busy(List<Draft> drafts, Instant now, Outcome.Busy busy) {
        return database.write(tx -> {
            var until = now;
            for (var draft : drafts) {
                var wait = BackOff.SENDING.after(draft.claim().attempt(), busy.retryAfter());
                again(tx, draft.claim(), wait.map(now::plus), busy.reason());
                var moment = now.plus(wait.orElse(busy.retryAfter()));
                until = moment.isAfter(until) ? moment : until;
            }
            deliveries.pause(tx, drafts.getFirst().claim().delivery().to(), until);
            return until;
        });
    }

    private void stumbled(Claim claim, Throwable fault) {
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
