package dev.stagecoach.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of a view as Slack sends it: what was typed, and what stood there from the start. */
final class ViewState {
    private ViewState() {}

    /**
     * @param view a view or a message, anything with blocks
     * @param typed what the person has changed, block id to action id to value
     */
    static ObjectNode values(JsonNode view, JsonNode typed) {
        var values = Json.object();
        for (var block : Json.items(view.path("blocks"))) {
            for (var element : Blocks.interactive(block)) {
                if (!keepsState(Json.text(element, "type"))) {
                    continue;
                }
                var blockId = Json.text(block, "block_id");
                var actionId = Json.text(element, "action_id");
                var changed = typed.path(blockId).path(actionId);
                var state = changed.isObject() ? Json.copy(changed) : initial(element);
                if (!(values.get(blockId) instanceof ObjectNode)) {
                    values.set(blockId, Json.object());
                }
                ((ObjectNode) values.path(blockId)).set(actionId, state.put("type", Json.text(element, "type")));
            }
        }
        return values;
    }

    private static boolean keepsState(String type) {
        return !type.equals("button") && !type.equals("overflow");
    }

    private static ObjectNode initial(JsonNode element) {
        var state = Json.object();
        switch (Json.text(element, "type")) {
            case "radio_buttons", "static_select" -> one(state, "selected_option", element.path("initial_option"));
            case "checkboxes", "multi_static_select" ->
                many(state, "selected_options", element.path("initial_options"));
            case "users_select" -> one(state, "selected_user", element.path("initial_user"));
            case "multi_users_select" -> many(state, "selected_users", element.path("initial_users"));
            case "channels_select" -> one(state, "selected_channel", element.path("initial_channel"));
            case "conversations_select" -> one(state, "selected_conversation", element.path("initial_conversation"));
            case "file_input" -> many(state, "files", element.path("initial_files"));
            case "datepicker" -> one(state, "selected_date", element.path("initial_date"));
            case "timepicker" -> one(state, "selected_time", element.path("initial_time"));
            default -> one(state, "value", element.path("initial_value"));
        }
        return state;
    }

    private static void one(ObjectNode state, String field, JsonNode value) {
        if (value.isMissingNode()) {
            state.putNull(field);
        } else {
            state.set(field, value);
        }
    }

    private static void many(ObjectNode state, String field, JsonNode values) {
        state.set(field, values instanceof ArrayNode array ? array : Json.array());
    }

    /** Whether nothing is chosen or typed in this state of one element. */
    static boolean empty(JsonNode state) {
        for (var property : state.properties()) {
            var value = property.getValue();
            var something = value.isObject() || value.isArray() && !value.isEmpty()
                    || value.isString() && !Json.text(value).isEmpty();
            if (!property.getKey().equals("type") && something) {
                return false;
            }
        }
        return true;
    }
}
