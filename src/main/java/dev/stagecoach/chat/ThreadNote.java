package dev.stagecoach.chat;

import dev.stagecoach.chat.Card.Part;

/**
 * Words that name a command are of no use in a thread: chat services run commands only in a conversation's own message
 * box. So what stands in a thread and names one says where to type it.
 */
public final class ThreadNote {
    /** What every note begins with. */
    public static final String NOTE = "Commands do not work in a thread: ";
    private static final String COMMAND = "/coach";

    private ThreadNote() {}

    /** The card as it stands in a thread. */
    public static Card on(Card card) {
        return card.parts().stream().filter(part -> !(part instanceof Part.Buttons))
                .anyMatch(part -> part.toString().contains(COMMAND))
                        ? card.footnote(NOTE + "type " + COMMAND + " in the message box of the channel.")
                        : card;
    }
}
