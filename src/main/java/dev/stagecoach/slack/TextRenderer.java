package dev.stagecoach.slack;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Text;
import dev.stagecoach.chat.Text.Span;

/** Texts as elements of rich text, where Slack reads no format, mention or link out of words. */
final class TextRenderer {
    /** What a span without words of its own counts for. */
    private static final int NAME_LENGTH = 24;

    private TextRenderer() {}

    /** For the places where Slack reads {@code <!channel>} and links: notification texts and mrkdwn. */
    static String escape(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Elements of a rich text section; none where there is nothing to read. */
    static List<JsonObject> elements(Text text) {
        return text.spans().stream().filter(span -> length(span) > 0).map(TextRenderer::element).toList();
    }

    private static JsonObject element(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> Json.type("text").put("text", words).build();
            case Span.Bold(var words) -> styled(words, "bold");
            case Span.Quiet(var words) -> styled(words, "italic");
            case Span.Mention(var person) -> Json.type("user").put("user_id", person.user()).build();
            case Span.Channel(var channel) -> Json.type("channel").put("channel_id", channel.channel()).build();
            case Span.Link(var url, var words) -> Json.type("link").put("url", url).put("text", words).build();
            case Span.Moment(var at, var fallback) -> Json.type("date").put("timestamp", at.getEpochSecond())
                    .put("format", "{date_short_pretty} at {time}").put("fallback", fallback).build();
        };
    }

    private static JsonObject styled(String words, String style) {
        return Json.type("text").put("text", words).put("style", Json.empty().put(style, true).build()).build();
    }

    static int length(Text text) {
        return text.spans().stream().mapToInt(TextRenderer::length).sum();
    }

    private static int length(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> words.length();
            case Span.Bold(var words) -> words.length();
            case Span.Quiet(var words) -> words.length();
            case Span.Link(var url, var words) -> url.length() + words.length();
            case Span.Mention _,Span.Channel _,Span.Moment _ -> NAME_LENGTH;
        };
    }

    /** The text in pieces of at most {@code max} units, in order, split between words where that is possible. */
    static List<Text> pieces(Text text, int max) {
        var pieces = new ArrayList<Text>();
        var current = new ArrayList<Span>();
        var left = max;
        for (var span : text.spans()) {
            var rest = span;
            while (length(rest) > left) {
                var at = splitAt(words(rest), left, left == max);
                if (at > 0) {
                    current.add(with(rest, words(rest).substring(0, at)));
                    rest = with(rest, words(rest).substring(at));
                } else if (current.isEmpty()) {
                    break;
                }
                pieces.add(new Text(current));
                current = new ArrayList<>();
                left = max;
            }
            current.add(rest);
            left -= Math.min(left, length(rest));
        }
        pieces.add(new Text(current));
        return pieces.stream().filter(piece -> length(piece) > 0).toList();
    }

    /** At most {@code max} units of the text, with a visible sign where something is left out. */
    static Text shorten(Text text, int max) {
        return length(text) <= max
                ? text
                : pieces(text, Math.max(1, max - Limits.MORE.length())).getFirst().plus(Limits.MORE);
    }

    private static int splitAt(String words, int max, boolean needed) {
        if (words.isEmpty()) {
            return 0;
        }
        var hard = Limits.boundary(words, max);
        var space = Math.max(words.lastIndexOf('\n', hard - 1), words.lastIndexOf(' ', hard - 1));
        return space > max / 2 ? space + 1 : needed ? hard : 0;
    }

    /** The words that can be split; empty for spans that only go as a whole. */
    private static String words(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> words;
            case Span.Bold(var words) -> words;
            case Span.Quiet(var words) -> words;
            case Span.Link _,Span.Mention _,Span.Channel _,Span.Moment _ -> "";
        };
    }

    private static Span with(Span span, String words) {
        return switch (span) {
            case Span.Plain _ -> new Span.Plain(words);
            case Span.Bold _ -> new Span.Bold(words);
            case Span.Quiet _ -> new Span.Quiet(words);
            case Span.Link _,Span.Mention _,Span.Channel _,Span.Moment _ -> span;
        };
    }
}
