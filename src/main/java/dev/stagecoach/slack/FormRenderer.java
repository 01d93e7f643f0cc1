package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;

/** Forms and cards as views: modals, their pages, and the Home tab. */
final class FormRenderer {
    /** The form id of pages that are made of a card; nobody reads them. */
    static final String PAGE = "page";
    /** The title of a page that has none of its own: it may say that something is done, or that it is not. */
    private static final String FOR_YOU = "For you";

    private FormRenderer() {}

    /** @throws IllegalArgumentException where the context is too long to travel; the room must carry an id instead */
    static JsonObject modal(Form form) {
        if (form.context().length() > Limits.PRIVATE_METADATA) {
            throw new IllegalArgumentException("the context of the form " + form.id() + " has "
                    + form.context().length() + " characters, more than " + Limits.PRIVATE_METADATA);
        }
        var modal = Json.type("modal").put("callback_id", form.id()).put("title", title(form.title()))
                .put("private_metadata", form.context()).put("blocks", blocks(form));
        return form.submit().isBlank()
                ? modal.put("close", title("Close")).build()
                : modal.put("submit", title(form.submit())).put("close", title("Cancel")).build();
    }

    /** A card as a page of a modal, titled with its first heading where that fits; a title is never cut. */
    static JsonObject page(Card card, PictureFiles files) {
        var heading = card.parts().stream().filter(Part.Heading.class::isInstance).map(Part.Heading.class::cast)
                .map(Part.Heading::words).filter(words -> !words.isBlank()).findFirst()
                .filter(words -> words.length() <= Limits.VIEW_TITLE);
        var body = heading.map(words -> without(card, words)).orElse(card);
        return Json.type("modal").put("callback_id", PAGE).put("title", title(heading.orElse(FOR_YOU)))
                .put("close", title("Close"))
                .put("blocks", CardRenderer.blocks(body, files, Limits.VIEW_BLOCKS)).build();
    }

    /** The page that answers a form in its place. Closing it also closes what lies below: that has been dealt with. */
    static JsonObject result(Card card, PictureFiles files) {
        var page = page(card, files);
        page.addProperty("clear_on_close", true);
        return page;
    }

    static JsonObject home(Card card, PictureFiles files) {
        return Json.type("home").put("blocks", CardRenderer.blocks(card, files, Limits.VIEW_BLOCKS)).build();
    }

    private static Card without(Card card, String heading) {
        var parts = new ArrayList<>(card.parts());
        parts.remove(new Part.Heading(heading));
        return new Card(card.summary(), parts);
    }

    private static JsonObject title(String words) {
        return Json.plain(Limits.label(words, Limits.VIEW_TITLE));
    }

    private static List<JsonObject> blocks(Form form) {
        var fields = form.fields();
        var kept = (int) fields.stream().filter(field -> !(field instanceof Field.Words)).count();
        var sheet = new BlockBudget(Limits.VIEW_BLOCKS, kept, 0);
        for (var next = 0; next < fields.size();) {
            var row = fields.subList(next, fields.size()).stream()
                    .takeWhile(field -> FieldRenderer.button(field).isPresent()).toList();
            FieldRenderer.row(row).forEach(sheet::kept);
            if (row.isEmpty()) {
                FieldRenderer.add(fields.get(next), sheet);
            }
            next += Math.max(1, row.size());
        }
        var blocks = sheet.blocks(Limits.VIEW_BLOCKS);
        blocks.forEach(block -> own(block, form));
        return blocks.isEmpty() ? List.of(Json.type("divider").build()) : blocks;
    }

    /**
     * Slack keeps what was typed while a view is replaced, wherever the ids of a block and of its element stay the
     * same. So each page has ids of its own; otherwise its inputs would show the answers of the page before.
     */
    private static void own(JsonObject block, Form form) {
        if (block.has("element")) {
            var element = block.getAsJsonObject("element");
            var told = element.has("action_id") ? element.get("action_id").getAsString() : "answer.";
            element.addProperty("action_id", told + Integer.toHexString((form.id() + " " + form.context()).hashCode()));
        }
    }
}
