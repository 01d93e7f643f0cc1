package dev.stagecoach.slack;

import java.util.List;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import dev.stagecoach.chat.Text;
import dev.stagecoach.chat.Text.Span;

/**
 * Small print. Slack has it in plain text or in mrkdwn only: names and moments need mrkdwn, and words that mrkdwn would
 * read as a format then stand in rich text, a little larger but literal.
 */
final class FootnoteRenderer {
    private static final String FORMATS = "*_~`:";

    private FootnoteRenderer() {}

    static JsonObject block(Text text) {
        if (text.spans().stream().allMatch(FootnoteRenderer::isWords)) {
            return context(
                    Json.plain(text.spans().stream().map(FootnoteRenderer::words).collect(Collectors.joining())));
        }
        if (text.spans().stream().anyMatch(FootnoteRenderer::readsAsFormat)) {
            return CardRenderer.richText(text);
        }
        var mrkdwn = text.spans().stream().map(FootnoteRenderer::mrkdwn).collect(Collectors.joining());
        return context(Json.type("mrkdwn").put("text", mrkdwn).put("verbatim", true).build());
    }

    private static JsonObject context(JsonObject element) {
        return Json.type("context").put("elements", List.of(element)).build();
    }

    private static boolean isWords(Span span) {
        return switch (span) {
            case Span.Plain _,Span.Bold _,Span.Quiet _ -> true;
            case Span.Mention _,Span.Channel _,Span.Link _,Span.Moment _ -> false;
        };
    }

    private static boolean readsAsFormat(Span span) {
        var words = words(span);
        return words.startsWith(">") || words.contains("\n>") || words.chars().anyMatch(c -> FORMATS.indexOf(c) >= 0);
    }

    private static String words(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> words;
            case Span.Bold(var words) -> words;
            case Span.Quiet(var words) -> words;
            case Span.Link(var _, var words) -> words;
            case Span.Moment(var _, var fallback) -> fallback.replace(":", "");
            case Span.Mention _,Span.Channel _ -> "";
        };
    }

    private static String mrkdwn(Span span) {
        return switch (span) {
            case Span.Plain _,Span.Bold _,Span.Quiet _ -> TextRenderer.escape(words(span));
            case Span.Mention(var person) -> "<@" + person.user() + ">";
            case Span.Channel(var channel) -> "<#" + channel.channel() + ">";
            case Span.Link(var url, var words) -> "<" + TextRenderer.escape(url).replace("|", "%7C") + "|"
                    + TextRenderer.escape(words) + ">";
            case Span.Moment(var at, var fallback) -> "<!date^" + at.getEpochSecond()
                    + "^{date_short_pretty} at {time}|" + TextRenderer.escape(fallback) + ">";
        };
    }
}
