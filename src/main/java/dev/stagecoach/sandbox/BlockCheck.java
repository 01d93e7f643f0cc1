package dev.stagecoach.sandbox;

import java.util.Set;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/** The rules of each kind of block. */
final class BlockCheck {
    private static final Set<String> IN_ACTIONS = Set.of("button", "static_select", "multi_static_select",
            "users_select", "multi_users_select", "conversations_select", "channels_select", "datepicker",
            "timepicker", "radio_buttons", "checkboxes", "overflow");
    private static final Set<String> IN_INPUT = Set.of("plain_text_input", "number_input", "radio_buttons",
            "checkboxes", "static_select", "multi_static_select", "users_select", "multi_users_select",
            "conversations_select", "channels_select", "datepicker", "timepicker", "file_input");
    private final Problems problems;
    private final Predicate<String> fileReady;
    private final ElementCheck elements;

    BlockCheck(Problems problems, Predicate<String> fileReady) {
        this.problems = problems;
        this.fileReady = fileReady;
        this.elements = new ElementCheck(problems);
    }

    void block(JsonNode block, String where) {
        problems.blockId(block, where);
        switch (Json.text(block, "type")) {
            case "header" -> problems.plain(block, "text", 150, where);
            case "section" -> section(block, where);
            case "context" -> context(block, where);
            case "actions" -> actions(block, where);
            case "input" -> input(block, where);
            case "image" -> image(block, where);
            case "rich_text" -> new RichTextCheck(problems).block(block, where);
            case "markdown" -> problems.required(block, "text", 12_000, where);
            case "table" -> problems.count(block.path("rows"), 1, 100, where + "/rows");
            case "divider" -> {
                // nothing in it
            }
            default -> problems.add(where + "/type", "unsupported type: " + Json.text(block, "type"));
        }
    }

    private void section(JsonNode block, String where) {
        if (!block.has("text") && !block.has("fields")) {
            problems.add(where, "a section needs text or fields");
        }
        if (block.has("text")) {
            problems.words(block, "text", 3000, where);
        }
        if (block.has("fields")) {
            var fields = block.path("fields");
            problems.count(fields, 1, 10, where + "/fields");
            for (var i = 0; i < fields.size(); i++) {
                problems.words(Json.object().set("field", fields.get(i)), "field", 2000, where + "/fields/" + i);
            }
        }
        if (block.has("accessory")) {
            var accessory = block.path("accessory");
            if (Json.text(accessory, "type").equals("image")) {
                image(accessory, where + "/accessory");
            } else {
                elements.element(accessory, IN_ACTIONS, where + "/accessory");
            }
        }
    }

    private void context(JsonNode block, String where) {
        var parts = block.path("elements");
        problems.count(parts, 1, 10, where + "/elements");
        for (var i = 0; i < parts.size(); i++) {
            var place = where + "/elements/" + i;
            if (Json.text(parts.get(i), "type").equals("image")) {
                image(parts.get(i), place);
            } else {
                problems.words(Json.object().set("element", parts.get(i)), "element", 3000, place);
            }
        }
    }

    private void actions(JsonNode block, String where) {
        var parts = block.path("elements");
        problems.count(parts, 1, 25, where + "/elements");
        elements.uniqueActions(Json.items(parts), where + "/elements");
        for (var i = 0; i < parts.size(); i++) {
            elements.element(parts.get(i), IN_ACTIONS, where + "/elements/" + i);
        }
    }

    private void input(JsonNode block, String where) {
        problems.plain(block, "label", 2000, where);
        problems.plainIfPresent(block, "hint", 2000, where);
        elements.element(block.path("element"), IN_INPUT, where + "/element");
    }

    private void image(JsonNode block, String where) {
        problems.required(block, "alt_text", 2000, where);
        problems.plainIfPresent(block, "title", 2000, where);
        problems.atMost(block, "image_url", 3000, where);
        var file = block.path("slack_file");
        if (Json.text(block, "image_url").isEmpty() && !file.isObject()) {
            problems.add(where, "an image needs image_url or slack_file");
        }
        if (file.isObject() && Json.text(file, "url").isEmpty() && !fileReady.test(Json.text(file, "id"))) {
            problems.add(where + "/slack_file", "invalid slack file");
        }
    }
}
