package dev.stagecoach.slack;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Card.Part;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;

/**
 * What Slack refuses as too long, or because of a block, goes once more: its beginning in plain words, with a sign that
 * it is one, and the buttons. How Slack counts is documented in part only, so a length that is kept may not be enough.
 */
final class Shortened {
    /** Of messages first, then of views. */
    private static final Set<String> REFUSALS = Set.of("msg_too_long", "msg_blocks_too_long", "invalid_blocks",
            "invalid_blocks_format", "view_too_large", "invalid_arguments");
    private static final int CHARACTERS = 1_500;
    private static final int SMALLEST_PIECE = 40;
    private static final int MOST_PARTS = 20;
    private static final int MOST_BUTTONS = 5;
    private static final int EXPLANATION = 150;

    private Shortened() {}

    /** Whether what Slack refused with this error may pass when it is shorter. */
    static boolean helps(String error) {
        return REFUSALS.contains(error);
    }

    static Card of(Card card) {
        var shorter = Card.titled(Limits.shorten(card.summary(), CHARACTERS));
        var left = CHARACTERS;
        for (var text : card.parts().stream().flatMap(Shortened::words).limit(MOST_PARTS).toList()) {
            var shown = left < SMALLEST_PIECE ? Text.of("") : TextRenderer.shorten(text, left);
            left -= TextRenderer.length(shown);
            shorter = TextRenderer.length(shown) == 0 ? shorter : shorter.text(shown);
        }
        var buttons = card.parts().stream().flatMap(Shortened::buttons).limit(MOST_BUTTONS).toList();
        return shorter.footnote("This was too long for Slack, so only its beginning stands here. "
                + (buttons.isEmpty() ? "My Home tab leads to the rest." : "The buttons lead to the rest."))
                .buttons(buttons);
    }

    /** All that is asked for, with shorter explanations. */
    static Form of(Form form) {
        var sign = new Field.Words(Text.of("This was too long for Slack, so some explanations are shortened."));
        return form.with(Stream.concat(Stream.of(sign),
                form.fields().stream()
                        .map(field -> field instanceof Field.Words(var text)
                                ? new Field.Words(TextRenderer.shorten(text, EXPLANATION))
                                : field))
                .toList());
    }

    private static Stream<Text> words(Part part) {
        return switch (part) {
            case Part.Heading(var words) -> Stream.of(Text.bolded(words));
            case Part.Paragraph(var text) -> Stream.of(text);
            case Part.Bullets(var lines) -> lines.stream();
            case Part.Facts(var facts) -> facts.stream().map(Shortened::words);
            case Part.Quote(var words) -> Stream.of(Text.of(words));
            case Part.Image(var picture) -> Stream.of(Text.of(picture.alt()));
            case Part.Footnote(var text) -> Stream.of(text);
            case Part.Buttons _,Part.Divider _ -> Stream.of();
        };
    }

    private static Text words(Fact fact) {
        return new Text(Stream.of(Text.bolded(Text.label(fact.label())), fact.content())
                .flatMap(text -> text.spans().stream()).toList());
    }

    private static Stream<Button> buttons(Part part) {
        return part instanceof Part.Buttons(List<Button> buttons) ? buttons.stream() : Stream.of();
    }
}
