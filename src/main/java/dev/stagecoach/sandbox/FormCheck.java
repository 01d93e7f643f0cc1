package dev.stagecoach.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** What Slack itself checks before a form is sent to the app. */
final class FormCheck {
    private FormCheck() {}

    /** Block id to what is wrong; empty where the form may go. */
    static Map<String, String> problems(JsonNode view, JsonNode values) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (var block : Json.items(view.path("blocks"))) {
            if (Json.text(block, "type").equals("input")) {
                var element = block.path("element");
                var blockId = Json.text(block, "block_id");
                var state = values.path(blockId).path(Json.text(element, "action_id"));
                var words = problem(block, element, state);
                if (!words.isEmpty()) {
                    wrong.put(blockId, words);
                }
            }
        }
        return wrong;
    }

    private static String problem(JsonNode block, JsonNode element, JsonNode state) {
        if (ViewState.empty(state)) {
            return block.path("optional").asBoolean(false) ? "" : "Please complete this required field.";
        }
        var value = Json.text(state, "value");
        var max = element.path("max_length").asInt(3000);
        var min = element.path("min_length").asInt(0);
        return switch (Json.text(element, "type")) {
            case "plain_text_input" -> value.length() > max
                    ? "Please use at most " + max + " characters."
                    : value.length() < min ? "Please use at least " + min + " characters." : "";
            case "number_input" -> number(element, value);
            default -> "";
        };
    }

    private static String number(JsonNode element, String value) {
        var form = element.path("is_decimal_allowed").asBoolean(false) ? "-?\\d+(\\.\\d+)?" : "-?\\d+";
        if (!value.matches(form)) {
            return "Please enter a number.";
        }
        var number = new java.math.BigDecimal(value);
        var min = Json.text(element, "min_value");
        var max = Json.text(element, "max_value");
        if (!min.isEmpty() && number.compareTo(new java.math.BigDecimal(min)) < 0) {
            return "Please enter a number of at least " + min + ".";
        }
        return !max.isEmpty() && number.compareTo(new java.math.BigDecimal(max)) > 0
                ? "Please enter a number of at most " + max + "."
                : "";
    }
}
