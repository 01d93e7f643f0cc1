package dev.stagecoach.chat;

import java.util.Map;
import java.util.Optional;

/** What the bot answers to a {@link Call}. Messages to others are no replies: they go through the outbox. */
public sealed interface Reply {

    /** Only the caller sees it; after a form, on the form's last page. */
    record ToYou(Card card) implements Reply {}

    /** Everybody in the channel of the call sees it. */
    record ToChannel(Card card) implements Reply {}

    /** Opens a form; from a button inside a form, on top of it. */
    record Open(Form form) implements Reply {}

    /** The form that was sent in becomes this one. */
    record Next(Form form) implements Reply {}

    /** The form stays open, filled in, with these reasons beside its fields (by key); one for no field in particular has
     * the key "" and stands beside the first. */
    record Mend(Map<String, String> reasons) implements Reply {}

    /** The message that was clicked becomes this card; where there is none, as {@link ToYou}. */
    record Replace(Card card) implements Reply {}

    /** Nothing to say; an open form closes. */
    record Done() implements Reply {}

    /**
     * No, and why, and where there is one, a way on.
     *
     * @param passing whether the same may well work in a minute, because what is wrong is a fault of mine
     */
    record Refused(String reason, Optional<Button> wayOn, boolean passing) implements Reply {
        public Refused(String reason, Optional<Button> wayOn) {
            this(reason, wayOn, false);
        }

        public static Refused because(String reason) {
            return new Refused(reason, Optional.empty());
        }

        public static Refused forNow(String reason) {
            return new Refused(reason, Optional.empty(), true);
        }
    }
}
