package dev.stagecoach.coaching;

import java.util.List;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;

/**
 * Something a person could do next; {@code words} is one short sentence, the button does it.
 *
 * @param more what else can be done about it, beside the button
 */
public record NextStep(Rank rank, String words, Button button, List<Button> more) {
    public NextStep(Rank rank, String words, Button button) {
        this(rank, words, button, List.of());
    }

    /** This button first, then what else can be done. */
    public List<Button> buttons(Button first) {
        return Stream.concat(Stream.of(first), more.stream()).toList();
    }

    /** In the order in which steps are offered; the first is the next step. */
    public enum Rank {
        /** The bot asked this person, and the answer is open. */
        OPEN_ANSWER,
        /** What brings the team on its way. */
        NEXT,
        /** What the team's stage waits for, where this person can help. */
        GATE,
        /** Fits at any time. */
        ANY_TIME,
        /** Worth knowing beforehand; stands on Home in words, and nobody has to do anything about it. */
        AHEAD
    }
}
