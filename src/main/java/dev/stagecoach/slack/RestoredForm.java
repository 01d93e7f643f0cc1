package dev.stagecoach.slack;

import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.stagecoach.chat.Text;

/** A form that has left the screen, brought back as it was filled in, with the reasons above its fields. */
final class RestoredForm {
    private static final int MOST_REASONS = 5;

    private RestoredForm() {}

    /** The form again; empty where it had nothing to fill in. */
    static Optional<JsonObject> form(View sent, Map<String, String> reasons) {
        if (sent.getState() == null || sent.getState().getValues() == null || sent.getState().getValues().isEmpty()) {
            return Optional.empty();
        }
        var json = GsonFactory.createSnakeCase().toJsonTree(sent).getAsJsonObject();
        var form = new JsonObject();
        for (var kept : new String[]{"type", "callback_id", "title", "submit", "close", "private_metadata"}) {
            if (json.has(kept)) {
                form.add(kept, json.get(kept));
            }
        }
        form.add("blocks", blocks(json, reasons));
        return Optional.of(form);
    }

    private static JsonArray blocks(JsonObject sent, Map<String, String> reasons) {
        var blocks = new JsonArray();
        var values = sent.getAsJsonObject("state").getAsJsonObject("values");
        reasons.values().stream().distinct().sorted().limit(MOST_REASONS)
                .forEach(reason -> blocks.add(CardRenderer.richText(Text.bolded("Not saved yet: ").plus(reason))));
        for (var block : sent.getAsJsonArray("blocks")) {
            if (blocks.size() < Limits.VIEW_BLOCKS) {
                blocks.add(filled(block.getAsJsonObject(), values));
            }
        }
        return blocks;
    }

    private static JsonObject filled(JsonObject block, JsonObject values) {
        var id = block.has("block_id") ? block.get("block_id").getAsString() : "";
        if (block.has("element") && values.has(id)) {
            var element = block.getAsJsonObject("element");
            for (var value : values.getAsJsonObject(id).entrySet()) {
                fill(element, value.getValue().getAsJsonObject());
            }
        }
        return block;
    }

    /** What is now initial was typed; an input that was emptied stays empty. */
    private static void fill(JsonObject element, JsonObject value) {
        take(element, "initial_value", value.get("value"));
        take(element, "initial_date", value.get("selected_date"));
        take(element, "initial_time", value.get("selected_time"));
        take(element, "initial_option", value.get("selected_option"));
        take(element, "initial_options", value.get("selected_options"));
        take(element, "initial_users", value.get("selected_users"));
    }

    private static void take(JsonObject element, String name, JsonElement value) {
        element.remove(name);
        var empty = value == null || value.isJsonNull() || (value.isJsonArray() && value.getAsJsonArray().isEmpty());
        if (!empty) {
            element.add(name, value);
        }
    }
}
