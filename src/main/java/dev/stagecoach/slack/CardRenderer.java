package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;

/** Cards as blocks. Every length and every character is taken; nothing here throws for what a person typed. */
final class CardRenderer {
    private CardRenderer() {}

    /** The summary as Slack's notification and screen-reader text. */
    static String summary(Card card) {
        return Limits.shorten(TextRenderer.escape(Limits.shorten(Json.straight(card.summary()), Limits.SUMMARY)),
                Limits.SUMMARY * 2);
    }

    /** The card in at most {@code maxBlocks} blocks; a picture that has no file stands there in words. */
    static List<JsonObject> blocks(Card card, PictureFiles files, int maxBlocks) {
        var blocks = sheet(card, files, maxBlocks).blocks(maxBlocks);
        return blocks.isEmpty() ? List.of(richText(Text.of(card.summary()))) : blocks;
    }

    /** Whether nothing of the card has to be left out. */
    static boolean fits(Card card, int maxBlocks) {
        // Whether a picture really has a file is known only once it is uploaded; a file is one block at any rate.
        return sheet(card, _ -> Optional.of("a file"), maxBlocks).holdsAll(maxBlocks);
    }

    private static BlockBudget sheet(Card card, PictureFiles files, int maxBlocks) {
        var buttons = card.parts().stream().filter(Part.Buttons.class::isInstance).map(Part.Buttons.class::cast)
                .toList();
        var sheet = new BlockBudget(maxBlocks, buttons.stream().mapToInt(ButtonRenderer::blockCount).sum(),
                buttons.stream().mapToInt(ButtonRenderer::length).sum());
        card.parts().forEach(part -> add(part, sheet, files));
        return sheet;
    }

    private static void add(Part part, BlockBudget sheet, PictureFiles files) {
        switch (part) {
            case Part.Heading(var words) -> heading(words, sheet);
            case Part.Paragraph(var text) -> paragraph(text, sheet, CardRenderer::richText);
            case Part.Bullets(var lines) -> bullets(lines, sheet);
            case Part.Facts(var facts) -> facts(facts, sheet);
            case Part.Quote(var words) -> paragraph(Text.of(words), sheet, CardRenderer::quote);
            case Part.Image(var picture) -> image(picture, sheet, files);
            case Part.Buttons buttons -> ButtonRenderer.blocks(buttons).forEach(sheet::kept);
            case Part.Footnote(var text) -> sheet.text(TextRenderer.shorten(text, Limits.FOOTNOTE),
                    FootnoteRenderer::block);
            case Part.Divider() -> sheet.whole(Json.type("divider").build(), 0);
        }
    }

    private static void heading(String words, BlockBudget sheet) {
        if (words.isBlank()) {
            return;
        }
        if (words.length() <= Limits.HEADER) {
            sheet.whole(Json.type("header").put("text", Json.plain(words)).build(), words.length());
        } else {
            paragraph(Text.bolded(words), sheet, CardRenderer::richText);
        }
    }

    private static void paragraph(Text text, BlockBudget sheet, BlockBudget.Block block) {
        TextRenderer.pieces(text, Limits.PARAGRAPH).forEach(piece -> sheet.text(piece, block));
    }

    private static void bullets(List<Text> lines, BlockBudget sheet) {
        var group = new ArrayList<Text>();
        var length = 0;
        for (var line : lines) {
            var shown = TextRenderer.shorten(line, Limits.PARAGRAPH);
            if (length + TextRenderer.length(shown) > Limits.PARAGRAPH) {
                sheet.whole(list(group), length);
                group.clear();
                length = 0;
            }
            if (TextRenderer.length(shown) > 0) {
                group.add(shown);
                length += TextRenderer.length(shown);
            }
        }
        if (!group.isEmpty()) {
            sheet.whole(list(group), length);
        }
    }

    private static JsonObject list(List<Text> lines) {
        var sections = lines.stream().map(CardRenderer::section).toList();
        return richText(Json.type("rich_text_list").put("style", "bullet").put("elements", sections).build());
    }

    private static void facts(List<Fact> facts, BlockBudget sheet) {
        var all = Text.of("");
        for (var fact : facts) {
            all = join(all.plus(all.spans().isEmpty() ? "" : "\n").bold(Text.label(fact.label())), content(fact));
        }
        paragraph(all, sheet, CardRenderer::richText);
    }

    private static Text content(Fact fact) {
        return TextRenderer.length(fact.content()) == 0 ? Text.of("–") : fact.content();
    }

    private static Text join(Text first, Text second) {
        var spans = new ArrayList<>(first.spans());
        spans.addAll(second.spans());
        return new Text(spans);
    }

    private static void image(Picture picture, BlockBudget sheet, PictureFiles files) {
        var alt = Limits.shorten(picture.alt().isBlank() ? picture.title() : picture.alt(), Limits.ALT_TEXT);
        files.of(picture).ifPresentOrElse(file -> sheet.whole(image(picture, alt, file), alt.length()),
                () -> paragraph(Text.of(alt), sheet, CardRenderer::richText));
    }

    private static JsonObject image(Picture picture, String alt, String file) {
        var image = Json.type("image").put("slack_file", Json.empty().put("id", file).build()).put("alt_text", alt);
        return picture.title().isBlank()
                ? image.build()
                : image.put("title", Json.plain(Limits.shorten(picture.title(), Limits.ALT_TEXT))).build();
    }

    static JsonObject richText(Text text) {
        return richText(section(text));
    }

    private static JsonObject quote(Text text) {
        return richText(Json.type("rich_text_quote").put("elements", TextRenderer.elements(text)).build());
    }

    private static JsonObject section(Text text) {
        return Json.type("rich_text_section").put("elements", TextRenderer.elements(text)).build();
    }

    private static JsonObject richText(JsonObject element) {
        return Json.type("rich_text").put("elements", List.of(element)).build();
    }
}
