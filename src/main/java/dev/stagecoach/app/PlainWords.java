package dev.stagecoach.app;

import java.util.regex.Pattern;

/** The command in what people write as if to a person. */
final class PlainWords {
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:@\\S+|/?coach|please|hey|hi|hello|ok|(?:can|could|would)"
                    + " you|how (?:do|can) i|i (?:want|need|would like) to|i need|i['’]d like to|show me|open)\\b[\\s\\p{Z},:]+)+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private PlainWords() {}

    static String command(String written) {
        return OPENING.matcher(written.replaceFirst("^[\\s\\p{Z}]+", "")).replaceFirst("").strip();
    }
}
