package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Blocks as Slack stores them: each with an id. */
final class Blocks {
    private Blocks() {}

    static ArrayNode named(JsonNode blocks) {
        var named = Json.array();
        var n = 0;
        for (var block : Json.items(blocks)) {
            named.add(named(block, "b" + n++));
        }
        return named;
    }

    /** With a block id, and an action id on every element that can have one. */
    static ObjectNode named(JsonNode block, String id) {
        var copy = Json.copy(block);
        if (Json.text(copy, "block_id").isEmpty()) {
            copy.put("block_id", id);
        }
        var n = 0;
        for (var element : interactive(copy)) {
            if (Json.text(element, "action_id").isEmpty() && element instanceof ObjectNode object) {
                object.put("action_id", "a" + n);
            }
            n++;
        }
        return copy;
    }

    /** The action of a button so labelled, as Slack sends it. */
    static Optional<ObjectNode> button(JsonNode blocks, String label) {
        return button(blocks, label, _ -> true);
    }

    /** The same, of several with that label the first whose value is meant. */
    static Optional<ObjectNode> button(JsonNode blocks, String label, Predicate<String> meant) {
        for (var block : Json.items(blocks)) {
            for (var element : interactive(block)) {
                if (Json.text(element, "type").equals("button")
                        && Json.text(element.path("text"), "text").equals(label)
                        && meant.test(Json.text(element, "value"))) {
                    var action = Json.copy(element);
                    action.remove("confirm");
                    return Optional.of(action.put("block_id", Json.text(block, "block_id")));
                }
            }
        }
        return Optional.empty();
    }

    /** A moment in the reader's time zone is written much like a call, and calls nobody. */
    private static boolean calls(String text) {
        return text.replace("<!date^", "").contains("<!");
    }

    /** Whether Slack reads a call to the whole channel out of a message, and not just the words for one. */
    static boolean callsEverybody(String text, JsonNode node) {
        if (calls(text) || Json.text(node, "type").equals("broadcast")
                || Json.text(node, "type").equals("mrkdwn") && calls(Json.text(node, "text"))) {
            return true;
        }
        for (var child : node) {
            if (callsEverybody("", child)) {
                return true;
            }
        }
        return false;
    }

    /** The elements of a block that a person can press or fill. */
    static List<JsonNode> interactive(JsonNode block) {
        var found = new ArrayList<JsonNode>();
        switch (Json.text(block, "type")) {
            case "actions" -> found.addAll(Json.items(block.path("elements")));
            case "input" -> found.add(block.path("element"));
            case "section" -> found.add(block.path("accessory"));
            default -> {
                // the others are only to be read
            }
        }
        return found.stream().filter(e -> e.isObject() && !Json.text(e, "type").equals("image")).toList();
    }
}
