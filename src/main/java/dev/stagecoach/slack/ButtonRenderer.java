package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card.Part;

/** Rows of buttons. The action id carries a number besides the action, because Slack wants it unique in a block. */
final class ButtonRenderer {
    private static final char NUMBER_SIGN = '#';

    private ButtonRenderer() {}

    static int blockCount(Part.Buttons buttons) {
        return (buttons.buttons().size() + Limits.ACTIONS - 1) / Limits.ACTIONS;
    }

    static int length(Part.Buttons buttons) {
        return buttons.buttons().stream().mapToInt(button -> Math.min(button.label().length(), Limits.BUTTON_LABEL))
                .sum();
    }

    static List<JsonObject> blocks(Part.Buttons buttons) {
        var blocks = new ArrayList<JsonObject>();
        for (var from = 0; from < buttons.buttons().size(); from += Limits.ACTIONS) {
            var until = Math.min(from + Limits.ACTIONS, buttons.buttons().size());
            blocks.add(row(buttons.buttons().subList(from, until)));
        }
        return blocks;
    }

    private static JsonObject row(List<Button> buttons) {
        var elements = new ArrayList<JsonObject>();
        for (var button : buttons) {
            elements.add(button(button, elements.size()));
        }
        return Json.type("actions").put("elements", elements).build();
    }

    private static JsonObject button(Button button, int number) {
        var json = Json.type("button").put("text", Json.plain(Limits.label(button.label(), Limits.BUTTON_LABEL)))
                .put("action_id", button.action() + NUMBER_SIGN + number);
        if (!button.value().isEmpty()) {
            json.put("value", Limits.shorten(button.value(), Limits.BUTTON_VALUE));
        }
        switch (button.style()) {
            case NORMAL -> {
                // Slack's own style has no name.
            }
            case PRIMARY -> json.put("style", "primary");
            case DANGER -> json.put("style", "danger");
        }
        button.confirm().ifPresent(confirm -> json.put("confirm", confirm(confirm, button.style())));
        return json.build();
    }

    private static JsonObject confirm(Button.Confirm confirm, Button.Style style) {
        return Json.empty().put("title", Json.plain(Limits.label(confirm.title(), Limits.CONFIRM_TITLE)))
                .put("text", Json.plain(Limits.label(confirm.question(), Limits.CONFIRM_TEXT)))
                .put("confirm", Json.plain(Limits.label(confirm.verb(), Limits.CONFIRM_VERB)))
                .put("deny", Json.plain("Cancel"))
                .put("style", style == Button.Style.DANGER ? "danger" : "primary").build();
    }

    /** The action of a button from the id that Slack sends back. */
    static String action(String actionId) {
        var sign = actionId.lastIndexOf(NUMBER_SIGN);
        return sign < 0 ? actionId : actionId.substring(0, sign);
    }
}
