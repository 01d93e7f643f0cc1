package dev.stagecoach.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.MessageRef;
import dev.stagecoach.chat.Messenger;
import dev.stagecoach.chat.Presence;
import dev.stagecoach.people.Address;
import dev.stagecoach.people.ChannelId;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;

/** Sends through another messenger and notices from what becomes of it where the bot is out of reach. */
public final class ReachabilityMessenger implements Messenger {
    /** A message that the workspace refused is due again; by then nothing is tried while the bot is shut out. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Messenger messenger;
    private final Presence presence;
    private final InstantSource clock;

    public ReachabilityMessenger(Messenger messenger, Presence presence, InstantSource clock) {
        this.messenger = messenger;
        this.presence = presence;
        this.clock = clock;
    }

    @Override
    public Outcome post(Address to, Card card, String mark) {
        return watched(to, messenger.post(to, card, mark));
    }

    @Override
    public Outcome postInThread(MessageRef parent, Card card, String mark) {
        return watched(parent.channel(), messenger.postInThread(parent, card, mark));
    }

    @Override
    public Outcome update(MessageRef message, Card card) {
        return watched(message.channel(), messenger.update(message, card));
    }

    @Override
    public Outcome showHome(PersonId person, Card card) {
        return watched(person, messenger.showHome(person, card));
    }

    @Override
    public Search find(Address to, String mark, Instant since) {
        return messenger.find(to, mark, since);
    }

    @Override
    public Search findInThread(MessageRef parent, String mark, Instant since) {
        return messenger.findInThread(parent, mark, since);
    }

    @Override
    public boolean fits(Card card) {
        return messenger.fits(card);
    }

    @Override
    public Rates rates() {
        return messenger.rates();
    }

    @Override
    public boolean away() {
        return presence.away() || messenger.away();
    }

    private Outcome watched(Address to, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent _ -> presence.back(to, clock.instant());
            case Outcome.Impossible(var reason, var gone) -> {
                if (gone.filter(UnreachableReason.SHUT_OUT::equals).isPresent()) {
                    presence.shutOut(to.workspace(), UnreachableReason.SHUT_OUT, clock.instant());
                    return new Outcome.Busy(AGAIN, reason);
                }
                gone.filter(how -> fits(to, how)).ifPresent(how -> presence.gone(to, how, clock.instant()));
            }
            case Outcome.TooFast _,Outcome.Busy _,Outcome.Unclear _ -> {
                // tells nothing of the place
            }
        }
        return outcome;
    }

    private static boolean fits(Address to, UnreachableReason how) {
        return switch (to) {
            case ChannelId _ -> how == UnreachableReason.ARCHIVED || how == UnreachableReason.REMOVED
                    || how == UnreachableReason.DELETED;
            case PersonId _ -> how == UnreachableReason.DEACTIVATED;
        };
    }
}
