package dev.stagecoach.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** Blocks as plain lines, the way somebody would read them aloud. */
record Transcript(Workspace workspace) {

    String message(Message message) {
        var body = message.blocks.isEmpty() ? unescaped(message.text) : blocks(message.blocks);
        var only = message.ephemeral() ? " (only visible to you)" : "";
        return workspace.nameOf(message.user) + only + (message.edited ? " (edited)" : "") + ": " + body;
    }

    String view(JsonNode view) {
        var title = Json.text(view.path("title"), "text");
        var submit = Json.text(view.path("submit"), "text");
        return (title.isEmpty() ? "" : "== " + title + " ==\n") + blocks(view.path("blocks"))
                + (submit.isEmpty() ? "" : "\n[" + submit + "]");
    }

    String blocks(JsonNode blocks) {
        return Json.items(blocks).stream().map(this::block).filter(s -> !s.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String block(JsonNode block) {
        return switch (Json.text(block, "type")) {
            case "header", "markdown" -> block.path("text").isString()
                    ? Json.text(block, "text")
                    : Json.text(block.path("text"), "text");
            case "section" -> section(block);
            case "context" -> Json.items(block.path("elements")).stream()
                    .map(e -> Json.text(e, "type").equals("image") ? image(e) : words(e))
                    .collect(Collectors.joining(" "));
            case "actions" ->
                Json.items(block.path("elements")).stream().map(this::element).collect(Collectors.joining(" "));
            case "image" -> image(block);
            case "rich_text" ->
                Json.items(block.path("elements")).stream().map(this::richPart).collect(Collectors.joining("\n"));
            case "input" -> words(block.path("label"))
                    + (block.path("optional").asBoolean(false) ? " (optional)" : "") + ": "
                    + element(block.path("element"))
                    + (block.has("hint") ? "\n  " + words(block.path("hint")) : "");
            case "divider" -> "---";
            default -> "";
        };
    }

    private String section(JsonNode block) {
        var lines = new ArrayList<String>();
        if (block.has("text")) {
            lines.add(words(block.path("text")));
        }
        Json.items(block.path("fields")).forEach(f -> lines.add(words(f)));
        if (block.has("accessory")) {
            lines.add(element(block.path("accessory")));
        }
        return String.join("\n", lines);
    }

    private String element(JsonNode element) {
        return switch (Json.text(element, "type")) {
            case "button" -> "[" + Json.text(element.path("text"), "text") + "]";
            case "image" -> image(element);
            case "radio_buttons", "checkboxes", "static_select", "multi_static_select" -> options(element).stream()
                    .map(o -> Json.text(o.path("text"), "text")
                            + (o.has("description") ? " (" + words(o.path("description")) + ")" : ""))
                    .collect(Collectors.joining(" | ", "{", "}"));
            default -> "____" + Json.text(element, "initial_value") + Json.text(element, "initial_date")
                    + Json.text(element, "initial_time");
        };
    }

    static List<JsonNode> options(JsonNode element) {
        return element.has("option_groups")
                ? Json.items(element.path("option_groups")).stream()
                        .flatMap(g -> Json.items(g.path("options")).stream()).toList()
                : Json.items(element.path("options"));
    }

    private static String image(JsonNode image) {
        return "(picture: " + Json.text(image, "alt_text") + ")";
    }

    private String richPart(JsonNode part) {
        var elements = Json.items(part.path("elements"));
        return switch (Json.text(part, "type")) {
            case "rich_text_list" -> elements.stream().map(e -> "- " + richPart(e)).collect(Collectors.joining("\n"));
            case "rich_text_quote" -> "> " + elements.stream().map(this::rich).collect(Collectors.joining());
            default -> elements.stream().map(this::rich).collect(Collectors.joining());
        };
    }

    private String rich(JsonNode element) {
        return switch (Json.text(element, "type")) {
            case "user" -> "@" + workspace.nameOf(Json.text(element, "user_id"));
            case "channel" -> "#" + workspace.room(Json.text(element, "channel_id")).map(r -> r.name).orElse("?");
            case "emoji" -> ":" + Json.text(element, "name") + ":";
            case "link" -> Json.text(element, Json.text(element, "text").isEmpty() ? "url" : "text");
            case "date" -> Json.text(element, "fallback");
            default -> Json.text(element, "text");
        };
    }

    private String words(JsonNode text) {
        var words = Json.text(text, "text");
        return Json.text(text, "type").equals("mrkdwn") ? unescaped(words) : words;
    }

    private String unescaped(String mrkdwn) {
        var words = mrkdwn;
        for (var person : workspace.people()) {
            words = words.replaceAll("<@" + person.id() + "(\\|[^>]*)?>", "@" + person.name());
        }
        for (var room : workspace.rooms()) {
            words = words.replaceAll("<#" + room.id + "(\\|[^>]*)?>", "#" + room.name);
        }
        return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
