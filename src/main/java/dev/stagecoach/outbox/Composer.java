package dev.stagecoach.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;

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
        return new Composer() {
            @Override
            public Composition compose(Delivery delivery, Instant now) {
                return words.compose(delivery, now);
            }

            @Override
            public Map<String, Composition> composeTogether(List<Delivery> deliveries, Instant now) {
                return Map.of();
            }

            @Override
            public SendPolicy policy() {
                return policy;
            }
        };
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
