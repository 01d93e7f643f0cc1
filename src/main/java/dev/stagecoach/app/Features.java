package dev.stagecoach.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Reply;

/** All features by what they answer to. Two features that claim the same word, button or form are refused. */
final class Features {
    private final Commands commands;
    private final Map<String, Function<Call.Click, Reply>> clicks = new HashMap<>();
    private final Map<String, Function<Call.Submission, Reply>> forms = new HashMap<>();
    private final Map<String, Function<Call.Shortcut, Reply>> shortcuts = new HashMap<>();

    Features(List<Handlers> features) {
        commands = new Commands(features.stream().flatMap(feature -> feature.commands().stream()).toList());
        for (var feature : features) {
            feature.clicks().forEach((action, handler) -> claim(clicks, action, handler, feature.feature()));
            feature.forms().forEach((form, handler) -> claim(forms, form, handler, feature.feature()));
            feature.shortcuts().forEach((name, handler) -> claim(shortcuts, name, handler, feature.feature()));
        }
    }

    private static <T> void claim(Map<String, T> taken, String key, T handler, String feature) {
        if (taken.putIfAbsent(key, handler) != null) {
            throw new IllegalArgumentException("the feature " + feature + " claims '" + key + "', which is taken");
        }
    }

    Commands commands() {
        return commands;
    }

    Optional<Function<Call.Click, Reply>> click(String action) {
        return Optional.ofNullable(clicks.get(action));
    }

    Optional<Function<Call.Submission, Reply>> form(String id) {
        return Optional.ofNullable(forms.get(id));
    }

    Optional<Function<Call.Shortcut, Reply>> shortcut(String name) {
        return Optional.ofNullable(shortcuts.get(name));
    }
}
