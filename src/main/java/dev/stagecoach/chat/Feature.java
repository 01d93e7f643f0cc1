package dev.stagecoach.chat;

import java.util.List;

import dev.stagecoach.chat.Action.Handled;

/**
 * The face of one room: what people can type, click, send in and use on a message there.
 *
 * @param typed words after {@code /coach}, in the order in which help shows them
 */
public record Feature(String name, List<Action.Typed> typed, List<Handled<?>> actions) {
    /** Of a room that only writes messages. */
    public static final Feature NONE = new Feature("", List.of(), List.of());

    public Feature {
        typed = List.copyOf(typed);
        actions = List.copyOf(actions);
    }
}
