package dev.stagecoach.coaching.summary;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Text;
import dev.stagecoach.chat.Text.Span;

/** Words as somebody reads them; a name counts as two, because most have two. */
final class Words {
    private static final int NAME = 2;

    private Words() {}

    static int count(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    static int count(Text text) {
        return text.spans().stream().mapToInt(Words::count).sum();
    }

    private static int count(Span span) {
        return switch (span) {
            case Span.Plain(var words) -> count(words);
            case Span.Bold(var words) -> count(words);
            case Span.Quiet(var words) -> count(words);
            case Span.Link(_, var words) -> count(words);
            case Span.Moment(_, var words) -> count(words);
            case Span.Mention _,Span.Channel _ -> NAME;
        };
    }

    /** As many of the first words as fit; where some are left out, the last one shows it. Names are never cut. */
    static Text first(Text text, int most) {
        if (count(text) <= most) {
            return text;
        }
        // What stands behind what was said, as its author does, stays.
        var names = text.spans().stream().filter(Span.Mention.class::isInstance).mapToInt(Words::count).sum();
        var left = Math.max(1, most - names);
        var kept = new ArrayList<Span>();
        for (var span : text.spans()) {
            if (span instanceof Span.Mention) {
                kept.add(span);
            } else if (left > 0) {
                kept.add(count(span) <= left ? span : cut(span, left));
                left -= Math.min(left, count(span));
            }
        }
        return new Text(kept);
    }

    private static Span cut(Span span, int most) {
        return switch (span) {
            case Span.Plain(var words) -> new Span.Plain(cut(words, most));
            case Span.Bold(var words) -> new Span.Bold(cut(words, most));
            case Span.Quiet(var words) -> new Span.Quiet(cut(words, most));
            case Span.Link(var url, var words) -> new Span.Link(url, cut(words, most));
            case Span.Moment _,Span.Mention _,Span.Channel _ -> span;
        };
    }

    private static String cut(String words, int most) {
        return String.join(" ", List.of(words.strip().split("\\s+")).subList(0, most)) + "… ";
    }
}
