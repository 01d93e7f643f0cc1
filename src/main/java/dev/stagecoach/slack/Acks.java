package dev.stagecoach.slack;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.google.gson.JsonObject;
import com.slack.api.bolt.response.Response;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Form;

/** What an acknowledgement can say by itself. */
final class Acks {
    private Acks() {}

    static Response plain() {
        return Response.ok();
    }

    /** A message below a command, to its caller only or to everybody in the channel. */
    static Response message(Card card, String responseType) {
        return json(Json.empty().put("response_type", responseType).put("text", CardRenderer.summary(card))
                .put("blocks", CardRenderer.blocks(card, PictureFiles.NONE, Limits.MESSAGE_BLOCKS)).build());
    }

    /** The form becomes a page; pictures come later. */
    static Response page(Card card) {
        return view("update", FormRenderer.result(card, PictureFiles.NONE));
    }

    /** A page over the form, which stays as it is. */
    static Response above(Card card) {
        return view("push", FormRenderer.page(card, PictureFiles.NONE));
    }

    static Response next(Form form) {
        return view("update", FormRenderer.modal(form));
    }

    static Response onTop(Form form) {
        return view("push", FormRenderer.modal(form));
    }

    private static Response view(String action, JsonObject view) {
        return json(Json.empty().put("response_action", action).put("view", view).build());
    }

    /**
     * The form stays open with reasons beside its inputs. A reason for an input that the form does not have would be
     * lost, so it stands beside the first one.
     *
     * @param inputs the keys that the form has, from top to bottom, at least one
     */
    static Response mend(Map<String, String> reasons, List<String> inputs) {
        var first = inputs.getFirst();
        var placed = new TreeMap<String, String>();
        reasons.forEach((key, reason) -> placed.merge(inputs.contains(key) ? key : first, reason,
                (one, other) -> one + " " + other));
        var errors = Json.empty();
        placed.forEach((key, reason) -> errors.put(key, Limits.label(reason, Limits.FORM_ERROR)));
        return json(Json.empty().put("response_action", "errors").put("errors", errors.build()).build());
    }

    /** An answer that was given before; an empty one said nothing. */
    static Response again(String body) {
        return body.startsWith("{") ? json(body) : plain();
    }

    static boolean keepsForm(Response response) {
        return response.getBody() != null && (response.getBody().contains("\"response_action\":\"errors\"")
                || response.getBody().contains("\"response_action\":\"push\""));
    }

    static boolean hasPictures(Card card) {
        return card.parts().stream().anyMatch(Part.Image.class::isInstance);
    }

    private static Response json(JsonObject body) {
        return json(Json.write(body));
    }

    private static Response json(String body) {
        return Response.builder().statusCode(200).contentType("application/json; charset=utf-8").body(body).build();
    }
}
