package dev.stagecoach.chat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The face of one room: what people can type, click and fill in there. Handlers of clicks and forms check the
 * caller's standing themselves, because ids travel in buttons.
 *
 * @param clicks by {@link Button#action}
 * @param forms by {@link Form#id}
 * @param shortcuts by name
 */
public record Feature(String name, List<Command> commands, Map<String, Function<Call.Click, Reply>> clicks,
        Map<String, Function<Call.Submission, Reply>> forms, Map<String, Function<Call.Shortcut, Reply>> shortcuts) {
    public Feature {
        commands = List.copyOf(commands);
        clicks = Map.copyOf(clicks);
        forms = Map.copyOf(forms);
        shortcuts = Map.copyOf(shortcuts);
    }
}
