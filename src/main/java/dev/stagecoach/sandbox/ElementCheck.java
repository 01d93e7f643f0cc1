package dev.stagecoach.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The rules of each kind of button and field. */
final class ElementCheck {
    private final Problems problems;

    ElementCheck(Problems problems) {
        this.problems = problems;
    }

    void element(JsonNode element, Set<String> allowed, String where) {
        var type = Json.text(element, "type");
        if (!allowed.contains(type)) {
            problems.add(where + "/type", "unsupported type: " + type);
            return;
        }
        problems.atMost(element, "action_id", 255, where);
        problems.plainIfPresent(element, "placeholder", 150, where);
        if (element.has("confirm")) {
            confirm(element.path("confirm"), where + "/confirm");
        }
        switch (type) {
            case "button" -> button(element, where);
            case "plain_text_input" -> textInput(element, where);
            case "number_input" -> numberInput(element, where);
            case "radio_buttons", "checkboxes" -> options(element, 10, where);
            case "overflow" -> options(element, 5, where);
            case "static_select", "multi_static_select" -> options(element, 100, where);
            case "file_input" -> fileInput(element, where);
            case "datepicker" -> matches(element, "initial_date", "\\d{4}-\\d{2}-\\d{2}", where);
            case "timepicker" -> matches(element, "initial_time", "([01]\\d|2[0-3]):[0-5]\\d", where);
            default -> {
                // people and channels have no limits of their own
            }
        }
    }

    void uniqueActions(List<JsonNode> elements, String where) {
        var seen = new HashSet<String>();
        for (var element : elements) {
            var id = Json.text(element, "action_id");
            if (!id.isEmpty() && !seen.add(id)) {
                problems.add(where, "action_id `" + id + "` already exists");
            }
        }
    }

    private void button(JsonNode button, String where) {
        problems.plain(button, "text", 75, where);
        problems.atMost(button, "value", 2000, where);
        problems.atMost(button, "url", 3000, where);
        problems.atMost(button, "accessibility_label", 75, where);
        var style = Json.text(button, "style");
        if (button.has("style") && !Set.of("primary", "danger").contains(style)) {
            problems.add(where + "/style", "unsupported style: " + style);
        }
    }

    private void confirm(JsonNode confirm, String where) {
        problems.plain(confirm, "title", 100, where);
        problems.words(confirm, "text", 300, where);
        problems.plain(confirm, "confirm", 30, where);
        problems.plain(confirm, "deny", 30, where);
    }

    private void textInput(JsonNode input, String where) {
        var max = input.path("max_length").asInt(3000);
        var min = input.path("min_length").asInt(0);
        if (max < 1 || max > 3000 || min < 0 || min > max) {
            problems.add(where + "/max_length", "max_length must be between 1 and 3000, and not below min_length");
        }
        problems.length(Json.text(input, "initial_value"), Math.min(max, 3000), where + "/initial_value");
    }

    private void numberInput(JsonNode input, String where) {
        if (!input.path("is_decimal_allowed").isBoolean()) {
            problems.add(where + "/is_decimal_allowed", "missing required field: is_decimal_allowed");
        }
        for (var field : List.of("min_value", "max_value", "initial_value")) {
            matches(input, field, "-?\\d+(\\.\\d+)?", where);
            if (input.path(field).isNumber()) {
                problems.add(where + "/" + field, "must be a string");
            }
        }
    }

    private void fileInput(JsonNode input, String where) {
        var most = input.path("max_files").asInt(10);
        if (most < 1 || most > 10) {
            problems.add(where + "/max_files", "max_files must be between 1 and 10");
        }
        if (input.has("filetypes")) {
            problems.count(input.path("filetypes"), 1, 100, where + "/filetypes");
        }
    }

    private void matches(JsonNode element, String field, String pattern, String where) {
        if (element.has(field) && !Json.text(element, field).matches(pattern)) {
            problems.add(where + "/" + field, "not in the form that is asked for");
        }
    }

    private void options(JsonNode element, int most, String where) {
        var options = Json.items(element.path("options"));
        if (element.has("option_groups")) {
            problems.count(element.path("option_groups"), 1, 100, where + "/option_groups");
            options = Json.items(element.path("option_groups")).stream()
                    .flatMap(g -> Json.items(g.path("options")).stream()).toList();
        } else {
            problems.count(element.path("options"), 1, most, where + "/options");
        }
        var values = new HashSet<String>();
        for (var i = 0; i < options.size(); i++) {
            option(options.get(i), where + "/options/" + i);
            if (!values.add(Json.text(options.get(i), "value"))) {
                problems.add(where + "/options/" + i, "two options have this value");
            }
        }
        initial(element, options, where);
    }

    private void option(JsonNode option, String where) {
        problems.words(option, "text", 75, where);
        problems.required(option, "value", 150, where);
        if (option.has("description")) {
            problems.words(option, "description", 75, where);
        }
    }

    private void initial(JsonNode element, List<JsonNode> options, String where) {
        if (element.has("initial_option") && !options.contains(element.path("initial_option"))) {
            problems.add(where + "/initial_option", "must be one of the options");
        }
        if (element.has("initial_options")) {
            problems.count(element.path("initial_options"), 1, 100, where + "/initial_options");
            if (!options.containsAll(Json.items(element.path("initial_options")))) {
                problems.add(where + "/initial_options", "must be among the options");
            }
        }
    }
}
