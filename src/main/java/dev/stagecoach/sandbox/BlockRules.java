package dev.stagecoach.sandbox;

import java.util.List;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;

/**
 * What Slack takes and what it refuses, for whole messages and views. Lengths are counted as Slack's own
 * editor does, in UTF-16 units. An empty list means that all is well.
 */
public final class BlockRules {
    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    static final int MESSAGE_CHARACTERS = 13_200;
    private static final Predicate<String> ANY_FILE = _ -> true;

    private BlockRules() {}

    /** Where blocks stand; each place takes other ones. */
    enum Surface {
        MESSAGE, MODAL, HOME
    }

    /** Problems of a message with {@code text} and {@code blocks}; a text is asked for, as notifications read it. */
    public static List<String> problemsOfMessage(JsonNode message) {
        var problems = new Problems();
        if (Json.text(message, "text").isBlank()) {
            problems.add("/text", "a message needs a meaningful text beside its blocks");
        }
        problems.length(Json.text(message, "text"), 40_000, "/text");
        var blocks = message.path("blocks");
        checkBlocks(blocks, Surface.MESSAGE, ANY_FILE, problems);
        if (tooLong(blocks)) {
            problems.add("/blocks", "msg_blocks_too_long: more than " + MESSAGE_CHARACTERS + " characters in all");
        }
        return problems.found();
    }

    /** Problems of a modal or a Home tab. */
    public static List<String> problemsOfView(JsonNode view) {
        return problemsOfView(view, ANY_FILE);
    }

    static List<String> problemsOfView(JsonNode view, Predicate<String> fileReady) {
        var problems = new Problems();
        switch (Json.text(view, "type")) {
            case "modal" -> modal(view, problems);
            case "home" -> {
                if (view.has("title") || view.has("submit")) {
                    problems.add("/title", "a home view has no title and no submit");
                }
            }
            default -> problems.add("/type", "unsupported type: " + Json.text(view, "type"));
        }
        problems.atMost(view, "private_metadata", 3000, "");
        problems.atMost(view, "callback_id", 255, "");
        problems.atMost(view, "external_id", 255, "");
        if (!view.path("blocks").isArray()) {
            problems.add("/blocks", "missing required field: blocks");
        }
        var surface = Json.text(view, "type").equals("home") ? Surface.HOME : Surface.MODAL;
        checkBlocks(view.path("blocks"), surface, fileReady, problems);
        return problems.found();
    }

    static List<String> problemsOfBlocks(JsonNode blocks, Predicate<String> fileReady) {
        var problems = new Problems();
        checkBlocks(blocks, Surface.MESSAGE, fileReady, problems);
        return problems.found();
    }

    /** Slack's limit on all blocks of a message together counts the texts and a little for each block. */
    static boolean tooLong(JsonNode blocks) {
        return characters(blocks) + 10 * blocks.size() > MESSAGE_CHARACTERS;
    }

    private static int characters(JsonNode node) {
        var sum = 0;
        for (var property : node.properties()) {
            var value = property.getValue();
            var shown = property.getKey().equals("text") || property.getKey().equals("alt_text");
            sum += value.isString() ? shown ? Json.text(value).length() : 0 : characters(value);
        }
        for (var item : Json.items(node)) {
            sum += characters(item);
        }
        return sum;
    }

    private static void modal(JsonNode view, Problems problems) {
        problems.plain(view, "title", 24, "");
        problems.plainIfPresent(view, "submit", 24, "");
        problems.plainIfPresent(view, "close", 24, "");
        var asks = Json.items(view.path("blocks")).stream().anyMatch(b -> Json.text(b, "type").equals("input"));
        if (asks && !view.has("submit")) {
            problems.add("/submit", "submit is required when an input block is within the blocks array");
        }
    }

    private static void checkBlocks(JsonNode blocks, Surface surface, Predicate<String> fileReady,
            Problems problems) {
        var most = surface == Surface.MESSAGE ? MESSAGE_BLOCKS : VIEW_BLOCKS;
        if (blocks.isArray() && blocks.size() > most) {
            problems.add("/blocks", "no more than %d items allowed, there are %d".formatted(most, blocks.size()));
        }
        var check = new BlockCheck(problems, fileReady);
        var n = 0;
        for (var block : Json.items(blocks)) {
            check.block(block, "/blocks/" + n++);
        }
    }
}
