package dev.stagecoach.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * One message, or the Home tab.
 *
 * @param summary the whole card in a line: the notification, the screen reader's text, the fallback
 */
public record Card(String summary, List<Part> parts) {
    public Card {
        if (summary.isBlank()) {
            throw new IllegalArgumentException("a card needs a summary");
        }
        parts = List.copyOf(parts);
    }

    /** A piece of a card, from top to bottom. */
    public sealed interface Part {
        record Heading(String words) implements Part {}

        record Paragraph(Text text) implements Part {}

        record Bullets(List<Text> lines) implements Part {}

        /** Labels with what stands behind them, for example "Baseline: 4 of 12". */
        record Facts(List<Fact> facts) implements Part {}

        /** What somebody typed, set apart. */
        record Quote(String words) implements Part {}

        record Image(Picture picture) implements Part {}

        record Buttons(List<Button> buttons) implements Part {}

        /** Small print. */
        record Footnote(Text text) implements Part {}

        record Divider() implements Part {}
    }

    /** A label and its content. */
    public record Fact(String label, Text content) {
        public static Fact of(String label, String content) {
            return new Fact(label, Text.of(content));
        }
    }

    /** A card that begins with its summary as a paragraph. */
    public static Card saying(String summary) {
        return titled(summary).text(summary);
    }

    /** A card without parts yet; the summary is not shown where parts are. */
    public static Card titled(String summary) {
        return new Card(summary, List.of());
    }

    public Card heading(String words) {
        return with(new Part.Heading(words));
    }

    public Card text(String words) {
        return with(new Part.Paragraph(Text.of(words)));
    }

    public Card text(Text text) {
        return with(new Part.Paragraph(text));
    }

    public Card bullets(List<Text> lines) {
        return lines.isEmpty() ? this : with(new Part.Bullets(List.copyOf(lines)));
    }

    public Card facts(List<Fact> facts) {
        return facts.isEmpty() ? this : with(new Part.Facts(List.copyOf(facts)));
    }

    public Card quote(String typed) {
        return typed.isBlank() ? this : with(new Part.Quote(typed));
    }

    public Card picture(Picture picture) {
        return with(new Part.Image(picture));
    }

    public Card buttons(Button... buttons) {
        return buttons(List.of(buttons));
    }

    public Card buttons(List<Button> buttons) {
        return buttons.isEmpty() ? this : with(new Part.Buttons(List.copyOf(buttons)));
    }

    public Card footnote(String words) {
        return footnote(Text.of(words));
    }

    public Card footnote(Text text) {
        return with(new Part.Footnote(text));
    }

    public Card divider() {
        return with(new Part.Divider());
    }

    /** This card with all parts of another below its own. */
    public Card then(Card other) {
        var longer = new ArrayList<>(parts);
        longer.addAll(other.parts);
        return new Card(summary, longer);
    }

    private Card with(Part part) {
        var longer = new ArrayList<>(parts);
        longer.add(part);
        return new Card(summary, longer);
    }
}
