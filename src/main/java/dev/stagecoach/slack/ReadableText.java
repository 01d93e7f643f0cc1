package dev.stagecoach.slack;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Slack sends for typed text, turned back into what the person typed and read. */
final class ReadableText {
    private static final Pattern REFERENCE = Pattern.compile("<([^<>|]*)(?:\\|([^<>]*))?>");

    private ReadableText() {}

    /** @param names knows people by their user ids; somebody unknown stays "someone" */
    static String of(String sent, Function<String, Optional<String>> names) {
        var readable = REFERENCE.matcher(sent)
                .replaceAll(found -> Matcher.quoteReplacement(readable(found, names)));
        return readable.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String readable(MatchResult found, Function<String, Optional<String>> names) {
        var target = found.group(1);
        var label = Optional.ofNullable(found.group(2)).filter(words -> !words.isBlank());
        if (target.startsWith("@")) {
            return "@" + label.or(() -> names.apply(target.substring(1))).orElse("someone");
        }
        if (target.startsWith("#")) {
            return "#" + label.orElse("channel");
        }
        if (target.startsWith("!")) {
            return label.orElse("@" + target.substring(1).replaceAll("\\^.*", ""));
        }
        return label.map(words -> target.endsWith(words) ? words : words + " (" + target + ")").orElse(target);
    }
}
