package dev.stagecoach.slack;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits as Slack writes them down, held against rendered blocks; written apart from {@link Limits} on purpose. */
final class SlackRules {
    private SlackRules() {}

    static void check(List<JsonObject> blocks, int maxBlocks) {
        assertThat(blocks).isNotEmpty().hasSizeLessThanOrEqualTo(maxBlocks);
        if (maxBlocks == 50) {
            // Slack counts the whole of a message, not of a view.
            assertThat(blocks.stream().mapToInt(block -> words(block).length()).sum()).isLessThanOrEqualTo(13_200);
        }
        blocks.forEach(SlackRules::check);
    }

    private static void check(JsonObject block) {
        switch (type(block)) {
            case "header" -> assertThat(words(block)).isNotBlank().hasSizeLessThanOrEqualTo(150);
            case "actions" -> actions(block);
            case "rich_text" -> richText(block);
            case "context" -> assertThat(block.getAsJsonArray("elements")).hasSizeBetween(1, 10);
            case "image" -> assertThat(text(block, "alt_text")).isNotBlank().hasSizeLessThanOrEqualTo(2_000);
            case "input" -> input(block);
            case "divider" -> assertThat(block.size()).isEqualTo(1);
            default -> throw new AssertionError("a block that is not used: " + block);
        }
    }

    private static void actions(JsonObject block) {
        var elements = block.getAsJsonArray("elements");
        assertThat(elements).hasSizeBetween(1, 25);
        var ids = new HashSet<String>();
        for (var element : elements) {
            var button = element.getAsJsonObject();
            assertThat(ids.add(text(button, "action_id"))).isTrue();
            assertThat(text(button, "action_id")).hasSizeLessThanOrEqualTo(255);
            assertThat(button.getAsJsonObject("text").get("text").getAsString()).hasSizeBetween(1, 75);
            assertThat(button.has("value") ? text(button, "value") : "v").hasSizeBetween(1, 2_000);
            if (button.has("confirm")) {
                var confirm = button.getAsJsonObject("confirm");
                assertThat(text(confirm.getAsJsonObject("title"), "text")).hasSizeBetween(1, 100);
                assertThat(text(confirm.getAsJsonObject("text"), "text")).hasSizeBetween(1, 300);
                assertThat(text(confirm.getAsJsonObject("confirm"), "text")).hasSizeBetween(1, 30);
            }
        }
    }

    private static void richText(JsonObject block) {
        assertThat(words(block)).hasSizeLessThanOrEqualTo(3_100);
        for (var element : block.getAsJsonArray("elements")) {
            var inner = element.getAsJsonObject().getAsJsonArray("elements");
            assertThat(inner).isNotEmpty();
            for (var one : inner) {
                assertThat(words(one)).isNotEmpty();
            }
        }
    }

    private static void input(JsonObject block) {
        assertThat(text(block, "block_id")).hasSizeBetween(1, 255);
        assertThat(text(block.getAsJsonObject("label"), "text")).hasSizeBetween(1, 2_000);
        var element = block.getAsJsonObject("element");
        var options = element.has("options") ? element.getAsJsonArray("options").asList() : List.<JsonElement>of();
        var visible = List.of("radio_buttons", "checkboxes").contains(type(element));
        if (element.has("options")) {
            assertThat(options).hasSizeBetween(1, visible ? 10 : 100);
        }
        for (var option : options) {
            assertThat(text(option.getAsJsonObject().getAsJsonObject("text"), "text")).hasSizeBetween(1, 75);
        }
        if (element.has("max_length")) {
            var initial = element.has("initial_value") ? text(element, "initial_value") : "";
            assertThat(initial.length()).isLessThanOrEqualTo(element.get("max_length").getAsInt());
            assertThat(element.get("max_length").getAsInt()).isBetween(1, 3_000);
        }
    }

    static String type(JsonObject json) {
        return text(json, "type");
    }

    static String text(JsonObject json, String key) {
        return json.get(key).getAsString();
    }

    /** All that a person reads in it. */
    static String words(JsonElement json) {
        if (json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().map(SlackRules::words).collect(Collectors.joining());
        }
        if (!json.isJsonObject()) {
            return "";
        }
        return json.getAsJsonObject().entrySet().stream().map(entry -> switch (entry.getKey()) {
            case "text", "alt_text", "user_id", "channel_id", "fallback" -> entry.getValue().isJsonPrimitive()
                    ? entry.getValue().getAsString()
                    : words(entry.getValue());
            case "confirm" -> "";
            default -> words(entry.getValue());
        }).collect(Collectors.joining());
    }
}
