package dev.stagecoach.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.PersonId;

/** The messenger, a few calls at a time; what it is refused for being too fast, the {@link RateLimiter} hears of. */
final class PacedMessenger implements Messenger {
    private final Messenger messenger;
    private final Semaphore atOnce;
    private final RateLimiter rateLimiter;
    private final InstantSource clock;

    PacedMessenger(Messenger messenger, int atOnce, RateLimiter rateLimiter, InstantSource clock) {
        this.messenger = messenger;
        this.atOnce = new Semaphore(atOnce, true);
        this.rateLimiter = rateLimiter;
        this.clock = clock;
    }

    @Override
    public Outcome post(Address to, Card card, String mark) {
        return posted(to, call(() -> messenger.post(to, card, mark)));
    }

    @Override
    public Outcome postInThread(MessageRef parent, Card card, String mark) {
        return posted(parent.channel(), call(() -> messenger.postInThread(parent, card, mark)));
    }

    private Outcome posted(Address to, Outcome outcome) {
        if (outcome instanceof Outcome.TooFast refusal) {
            var now = clock.instant();
            rateLimiter.refused(to, now.plus(refusal.retryAfter()), now);
        }
        return outcome;
    }

    @Override
    public Outcome update(MessageRef message, Card card) {
        var outcome = call(() -> messenger.update(message, card));
        if (outcome instanceof Outcome.TooFast refusal) {
            rateLimiter.rewritingRefused(message.channel().workspace(), clock.instant().plus(refusal.retryAfter()));
        }
        return outcome;
    }

    @Override
    public boolean fits(Card card) {
        return messenger.fits(card);
    }

    @Override
    public boolean away() {
        return messenger.away();
    }

    @Override
    public Rates rates() {
        return messenger.rates();
    }

    @Override
    public Outcome showHome(PersonId person, Card card) {
        return messenger.showHome(person, card);
    }

    @Override
    public Search find(Address to, String mark, Instant since) {
        return call(() -> messenger.find(to, mark, since));
    }

    @Override
    public Search findInThread(MessageRef parent, String mark, Instant since) {
        return call(() -> messenger.findInThread(parent, mark, since));
    }

    private <T> T call(Supplier<T> call) {
        atOnce.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            atOnce.release();
        }
    }
}
