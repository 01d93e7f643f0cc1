package dev.stagecoach.app;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;

/**
 * The actions of one feature as the dispatcher calls them, each behind its check.
 *
 * @param feature the feature's name
 * @param clicks by {@link Button#action}
 * @param forms by {@link Form#id}
 * @param shortcuts by name
 */
public record Handlers(String feature, List<Command> commands, Map<String, Function<Call.Click, Reply>> clicks,
        Map<String, Function<Call.Submission, Reply>> forms, Map<String, Function<Call.Shortcut, Reply>> shortcuts) {
    public Handlers {
        commands = List.copyOf(commands);
        clicks = Map.copyOf(clicks);
        forms = Map.copyOf(forms);
        shortcuts = Map.copyOf(shortcuts);
    }

    /** The same, with something done to each reply to a click. */
    public Handlers afterClick(BiFunction<Call.Click, Reply, Reply> then) {
        var all = clicks.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                one -> (Function<Call.Click, Reply>) click -> then.apply(click, one.getValue().apply(click))));
        return new Handlers(feature, commands, all, forms, shortcuts);
    }
}
