package dev.stagecoach.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.stagecoach.people.Address;
import dev.stagecoach.people.PersonId;
import dev.stagecoach.people.UnreachableReason;

/**
 * The way out: messages to people and channels. Nothing here throws for a fault outside; each has its outcome. No method
 * has a default: whoever wraps a messenger must hand on every one of them.
 */
public interface Messenger {

    /** Posts a card. The mark travels with the message, unseen, so that {@link #find} can tell whether it arrived. */
    Outcome post(Address to, Card card, String mark);

    /** Posts a card in the thread of a message. */
    Outcome postInThread(MessageRef parent, Card card, String mark);

    /** A message of the bot's becomes this card. */
    Outcome update(MessageRef message, Card card);

    /** Sets the person's Home tab. */
    Outcome showHome(PersonId person, Card card);

    /** Whether a message with this mark reached its address at or after {@code since}. */
    Search find(Address to, String mark, Instant since);

    /** {@link #find} among the answers in a message's thread. */
    Search findInThread(MessageRef parent, String mark, Instant since);

    /** Whether nothing can be sent at all just now, so that trying is no use. */
    boolean away();

    /** Whether a message can hold the card as it is; a card that is too long is shortened. */
    boolean fits(Card card);

    /** How fast the service takes calls; who keeps to it is not refused for being too fast. */
    Rates rates();

    /**
     * Limits of a chat service.
     *
     * @param betweenPosts the least time between two messages to one conversation
     * @param postsAMinute messages of one workspace; 0 means that there are no limits at all
     * @param rewritesAMinute messages written again, in one workspace
     * @param looksAMinute looks into conversations, in one workspace
     */
    record Rates(Duration betweenPosts, int postsAMinute, int rewritesAMinute, int looksAMinute) {
        public static final Rates NONE = new Rates(Duration.ZERO, 0, 0, 0);

        public boolean none() {
            return postsAMinute == 0;
        }
    }

    /** What became of a message. */
    sealed interface Outcome {
        record Sent(MessageRef message) implements Outcome {}

        /**
         * Not taken because the calls came too fast. Nothing is wrong with the message, so this is no attempt; it goes out
         * once the given time has passed.
         */
        record TooFast(Duration retryAfter, String reason) implements Outcome {}

        /** Not taken; try again, not before the given time has passed. */
        record Busy(Duration retryAfter, String reason) implements Outcome {}

        /**
         * Not taken, and trying again would not help; the reason is in words people understand.
         *
         * @param gone where the cause is that nothing at all arrives there any more
         */
        record Impossible(String reason, Optional<UnreachableReason> gone) implements Outcome {
            public Impossible(String reason) {
                this(reason, Optional.empty());
            }
        }

        /** It may have arrived or not. */
        record Unclear(String reason) implements Outcome {}

        /** After which time trying again makes sense; empty where it does not, or may bring the message twice. */
        default Optional<Duration> again() {
            return switch (this) {
                case TooFast(var retryAfter, _) -> Optional.of(retryAfter);
                case Busy(var retryAfter, _) -> Optional.of(retryAfter);
                case Sent _,Impossible _,Unclear _ -> Optional.empty();
            };
        }
    }

    /** What a look for a message found. */
    sealed interface Search {
        record Found(MessageRef message) implements Search {}

        record NotThere() implements Search {}

        record CannotTell(String reason) implements Search {}
    }
}
