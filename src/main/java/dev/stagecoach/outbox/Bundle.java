package dev.stagecoach.outbox;

import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Card;

/** Several messages as one: every part as it would stand alone, buttons and all, one below the other. */
final class Bundle {
    /** What stands in the place of a message that has nothing to say any more. */
    static final Card NOTHING_LEFT = Card
            .saying("This is settled, or no longer yours to see. /coach shows what is here for you.");

    private Bundle() {}

    static Card of(List<Card> cards) {
        if (cards.size() == 1) {
            return cards.getFirst();
        }
        var hello = cards.size() + " things for you, all in one message.";
        var whole = Card.titled(hello + " " + cards.stream().map(Card::summary).collect(Collectors.joining(" · ")))
                .text(hello);
        for (var card : cards) {
            whole = whole.divider().then(card.parts().isEmpty() ? Card.saying(card.summary()) : card);
        }
        return whole;
    }

    /** What stands in the place of a part that has nothing to say any more. */
    static Card over(String reason) {
        return Card.titled("Over").footnote("This part is over: " + reason);
    }
}
