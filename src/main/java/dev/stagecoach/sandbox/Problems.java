package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Collects what is wrong with blocks, each problem with the place where it stands. */
final class Problems {
    private final List<String> found = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();

    List<String> found() {
        return List.copyOf(found);
    }

    void add(String where, String what) {
        found.add("[ERROR] %s [json-pointer:%s]".formatted(what, where));
    }

    void blockId(JsonNode block, String where) {
        var id = Json.text(block, "block_id");
        atMost(block, "block_id", 255, where);
        if (!id.isEmpty() && !blockIds.add(id)) {
            add(where + "/block_id", "block_id `" + id + "` already exists");
        }
    }

    /** A string field that may be absent. */
    void atMost(JsonNode node, String field, int max, String where) {
        length(Json.text(node, field), max, where + "/" + field);
    }

    void length(String words, int max, String where) {
        if (words.length() > max) {
            add(where, "must be less than %d characters, is %d".formatted(max + 1, words.length()));
        }
    }

    /** A string field that must be there and not be empty. */
    void required(JsonNode node, String field, int max, String where) {
        if (Json.text(node, field).isBlank()) {
            add(where + "/" + field, "missing required field: " + field);
        }
        atMost(node, field, max, where);
    }

    void count(JsonNode array, int min, int max, String where) {
        if (!array.isArray() || array.size() < min) {
            add(where, "must be a list of at least " + min);
        } else if (array.size() > max) {
            add(where, "no more than %d items allowed, there are %d".formatted(max, array.size()));
        }
    }

    /** A text object that must be plain. */
    void plain(JsonNode node, String field, int max, String where) {
        if (node.has(field) && !Json.text(node.path(field), "type").equals("plain_text")) {
            add(where + "/" + field, "must be plain_text");
        }
        words(node, field, max, where);
    }

    void plainIfPresent(JsonNode node, String field, int max, String where) {
        if (node.has(field)) {
            plain(node, field, max, where);
        }
    }

    /** A text object of either kind. */
    void words(JsonNode node, String field, int max, String where) {
        var text = node.path(field);
        var place = where + "/" + field;
        if (!text.isObject()) {
            add(place, "missing required field: " + field);
            return;
        }
        var type = Json.text(text, "type");
        if (!type.equals("plain_text") && !type.equals("mrkdwn")) {
            add(place + "/type", "unsupported type: " + type);
        }
        if (Json.text(text, "text").isEmpty()) {
            add(place + "/text", "must be more than 0 characters");
        }
        length(Json.text(text, "text"), max, place + "/text");
    }
}
