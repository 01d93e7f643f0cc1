package dev.stagecoach.slack;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Field.Option;

/** Choices, in the element that holds as many of them. */
final class ChoiceRenderer {
    private ChoiceRenderer() {}

    static Json pick(List<Option> options, Optional<String> initial) {
        return options.size() <= Limits.VISIBLE_OPTIONS
                ? one("radio_buttons", options, initial)
                : select(options, initial);
    }

    static Json select(List<Option> options, Optional<String> initial) {
        return one("static_select", options, initial);
    }

    /** Checkboxes cannot be limited, so a choice of fewer than all is a list that can. */
    static Json many(List<Option> options, List<String> initial, int max) {
        var chosen = fitting(options).stream().filter(option -> initial.contains(option.value()))
                .limit(Math.max(1, max)).map(ChoiceRenderer::option).toList();
        var many = options.size() <= Limits.VISIBLE_OPTIONS && max >= options.size()
                ? Json.type("checkboxes")
                : Json.type("multi_static_select").put("max_selected_items",
                        Math.clamp(max, 1, Math.max(1, fitting(options).size())));
        many.put("options", options(options));
        return chosen.isEmpty() ? many : many.put("initial_options", chosen);
    }

    private static Json one(String type, List<Option> options, Optional<String> initial) {
        var one = Json.type(type).put("options", options(options));
        fitting(options).stream().filter(option -> initial.filter(option.value()::equals).isPresent()).findFirst()
                .ifPresent(option -> one.put("initial_option", option(option)));
        return one;
    }

    private static List<JsonObject> options(List<Option> options) {
        return fitting(options).stream().map(ChoiceRenderer::option).toList();
    }

    private static List<Option> fitting(List<Option> options) {
        return options.subList(0, Math.min(Limits.OPTIONS, options.size()));
    }

    private static JsonObject option(Option option) {
        var json = Json.empty().put("text", Json.plain(Limits.label(option.label(), Limits.OPTION_LABEL)))
                .put("value", option.value());
        return option.detail().isBlank()
                ? json.build()
                : json.put("description", Json.plain(Limits.label(option.detail(), Limits.OPTION_LABEL))).build();
    }
}
