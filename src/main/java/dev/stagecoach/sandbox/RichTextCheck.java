package dev.stagecoach.sandbox;

import java.util.Set;

import tools.jackson.databind.JsonNode;

/** The rules of rich text. */
final class RichTextCheck {
    private static final int CHARACTERS = 3000;
    private static final Set<String> PARTS = Set.of("rich_text_section", "rich_text_list", "rich_text_quote",
            "rich_text_preformatted");
    private static final Set<String> STYLES = Set.of("bold", "italic", "strike", "code", "underline");
    private final Problems problems;

    RichTextCheck(Problems problems) {
        this.problems = problems;
    }

    void block(JsonNode block, String where) {
        var parts = block.path("elements");
        problems.count(parts, 1, 1000, where + "/elements");
        var characters = 0;
        for (var i = 0; i < parts.size(); i++) {
            characters += part(parts.get(i), where + "/elements/" + i);
        }
        if (characters > CHARACTERS) {
            problems.add(where, "must be less than %d characters, is %d".formatted(CHARACTERS + 1, characters));
        }
    }

    private int part(JsonNode part, String where) {
        var type = Json.text(part, "type");
        if (!PARTS.contains(type)) {
            problems.add(where + "/type", "unsupported type: " + type);
        }
        var list = type.equals("rich_text_list");
        if (list && !Set.of("bullet", "ordered").contains(Json.text(part, "style"))) {
            problems.add(where + "/style", "a list is bullet or ordered");
        }
        problems.count(part.path("elements"), 0, 1000, where + "/elements");
        var characters = 0;
        var n = 0;
        for (var element : Json.items(part.path("elements"))) {
            var place = where + "/elements/" + n++;
            if (list && !Json.text(element, "type").equals("rich_text_section")) {
                problems.add(place, "a list holds sections");
            }
            characters += list ? part(element, place) : element(element, place);
        }
        return characters;
    }

    private int element(JsonNode element, String where) {
        style(element.path("style"), where + "/style");
        return switch (Json.text(element, "type")) {
            case "text" -> {
                if (Json.text(element, "text").isEmpty()) {
                    problems.add(where + "/text", "must be more than 0 characters");
                }
                yield Json.text(element, "text").length();
            }
            case "link" -> {
                problems.required(element, "url", 3000, where);
                yield Json.text(element, "text").length();
            }
            case "user" -> needs(element, "user_id", where);
            case "channel" -> needs(element, "channel_id", where);
            case "usergroup" -> needs(element, "usergroup_id", where);
            case "emoji" -> needs(element, "name", where);
            case "broadcast" -> needs(element, "range", where);
            case "date" -> {
                needs(element, "format", where);
                yield needs(element, "timestamp", where);
            }
            default -> {
                problems.add(where + "/type", "unsupported type: " + Json.text(element, "type"));
                yield 0;
            }
        };
    }

    private int needs(JsonNode element, String field, String where) {
        problems.required(element, field, 255, where);
        return 10;
    }

    private void style(JsonNode style, String where) {
        for (var property : style.properties()) {
            if (!STYLES.contains(property.getKey()) || !property.getValue().isBoolean()) {
                problems.add(where, "unsupported style: " + property.getKey());
            }
        }
    }
}
