package dev.stagecoach.coaching;

import dev.stagecoach.chat.Button;

/** Something a person could do next; {@code words} is one short sentence, the button does it. */
public record NextStep(Rank rank, String words, Button button) {

    /** In the order in which steps are offered; the first is the next step. */
    public enum Rank {
        /** The bot asked this person, and the answer is open. */
        OPEN_ANSWER,
        /** What brings the team on its way. */
        NEXT,
        /** What the team's stage waits for, where this person can help. */
        GATE,
        /** Fits at any time. */
        ANY_TIME
    }
}
