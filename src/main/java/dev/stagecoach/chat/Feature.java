package dev.stagecoach.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.stagecoach.chat.Action.Handled;

/**
 * The face of one room: what people can type, click and fill in there.
 *
 * @param clicks by {@link Button#action}; these handlers check the caller's standing themselves
 * @param forms by {@link Form#id}; these too
 * @param shortcuts by name
 * @param typed words for actions
 * @param actions what says itself who may do it
 */
public record Feature(String name, List<Command> commands, Map<String, Function<Call.Click, Reply>> clicks,
        Map<String, Function<Call.Submission, Reply>> forms, Map<String, Function<Call.Shortcut, Reply>> shortcuts,
        List<Action.Typed> typed, List<Handled<?>> actions) {
    public Feature {
        commands = List.copyOf(commands);
        clicks = Map.copyOf(clicks);
        forms = Map.copyOf(forms);
        shortcuts = Map.copyOf(shortcuts);
        typed = List.copyOf(typed);
        actions = List.copyOf(actions);
    }

    public Feature(String name, List<Command> commands, Map<String, Function<Call.Click, Reply>> clicks,
            Map<String, Function<Call.Submission, Reply>> forms,
            Map<String, Function<Call.Shortcut, Reply>> shortcuts) {
        this(name, commands, clicks, forms, shortcuts, List.of(), List.of());
    }

    /** A room whose every way in is an action. */
    public static Feature of(String name, List<Action.Typed> typed, List<Handled<?>> actions) {
        return new Feature(name, List.of(), Map.of(), Map.of(), Map.of(), typed, actions);
    }
}
