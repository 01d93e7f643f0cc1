package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.people.Subscription;

/** Says what deliveries of one kind are to say, at the moment they go out. */
public interface Composer {

    Composition compose(Delivery delivery, Instant now);

    /**
     * What this composer can write for many in a few reads, by their ids. It has no need to: what is missing is composed
     * one by one, and so are all where this fails.
     */
    Map<String, Composition> composeTogether(List<Delivery> deliveries, Instant now);

    /** How this kind of message meets its reader's day. */
    SendPolicy policy();

    /** What a person can stop it with; empty for what nobody is asked for in private. */
    default Optional<Subscription> subscription() {
        return Optional.empty();
    }

    /** Whether its cards have buttons of their own to put it off, to let it be and to stop it. */
    default boolean hasOwnWays() {
        return false;
    }

    /** The words of one message. */
    @FunctionalInterface
    interface Words {
        Composition compose(Delivery delivery, Instant now);
    }

    /** A composer for what follows from somebody's act: a {@link SendPolicy#ECHO}. */
    static Composer echo(Words words) {
        return in(SendPolicy.ECHO, words);
    }

    /** A composer that writes one by one. */
    static Composer in(SendPolicy policy, Words words) {
        return new OneByOne(policy, Optional.empty(), words);
    }

    /** A composer of private messages that ask for something, one by one, and that people can stop. */
    static Composer asking(SendPolicy policy, Subscription kind, Words words) {
        return new OneByOne(policy, Optional.of(kind), words);
    }

    /** Writes each message when its turn comes. */
    record OneByOne(SendPolicy policy, Optional<Subscription> subscription, Words words) implements Composer {
        @Override
        public Composition compose(Delivery delivery, Instant now) {
            return words.compose(delivery, now);
        }

        @Override
        public Map<String, Composition> composeTogether(List<Delivery> deliveries, Instant now) {
            return Map.of();
        }
    }

    /** The words, or the reason why there are none. */
    sealed interface Composition {
        record Send(Card card, Optional<Card> inThread) implements Composition {
            public static Send of(Card card) {
                return new Send(card, Optional.empty());
            }
        }

        /** Nothing is to be said any more; the reason is in words people understand. */
        record Skip(String reason) implements Composition {}
    }
}
