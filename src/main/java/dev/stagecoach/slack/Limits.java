package dev.stagecoach.slack;

import java.text.BreakIterator;
import java.util.Locale;

/** What Slack takes at most, in UTF-16 units where a length is meant, and how words that are longer are shortened. */
final class Limits {
    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    /** Slack refuses more than about 13,200 characters of blocks; the rest is room for what it may count besides. */
    static final int CHARACTERS = 12_000;
    static final int PARAGRAPH = 3_000;
    static final int HEADER = 150;
    static final int SUMMARY = 3_000;
    static final int ALT_TEXT = 2_000;
    static final int FOOTNOTE = 2_000;
    static final int ACTIONS = 25;
    static final int BUTTON_LABEL = 75;
    static final int BUTTON_VALUE = 2_000;
    static final int CONFIRM_TITLE = 100;
    static final int CONFIRM_TEXT = 300;
    static final int CONFIRM_VERB = 30;
    static final int VIEW_TITLE = 24;
    static final int PRIVATE_METADATA = 3_000;
    static final int LABEL = 2_000;
    static final int INPUT = 3_000;
    static final int OPTION_LABEL = 75;
    static final int VISIBLE_OPTIONS = 10;
    static final int OPTIONS = 100;
    static final int FORM_ERROR = 500;

    static final String MORE = "… more";

    private Limits() {}

    /** At most so many units of the words; what is left out is announced by {@link #MORE}. */
    static String shorten(String words, int max) {
        return shorten(words, max, MORE);
    }

    /** For labels, where there is no room for more than the dots. */
    static String label(String words, int max) {
        var shown = words.isBlank() ? "…" : words;
        return shorten(shown, max, "…");
    }

    private static String shorten(String words, int max, String ending) {
        if (words.length() <= max) {
            return words;
        }
        return max <= ending.length()
                ? ending.substring(0, max)
                : words.substring(0, boundary(words, max - ending.length())) + ending;
    }

    /** The last place at or before {@code at} that splits no character, however many units it is made of. */
    static int boundary(String words, int at) {
        if (at >= words.length()) {
            return words.length();
        }
        // A character made of hundreds of marks must not keep the cut from happening: look at a window only.
        var from = Math.max(0, at - 64);
        if (from > 0 && Character.isLowSurrogate(words.charAt(from))) {
            from--;
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(words.substring(from, Math.min(words.length(), at + 64)));
        var start = characters.isBoundary(at - from) ? at - from : characters.preceding(at - from);
        return start > 0 ? from + start : codePointBoundary(words, at);
    }

    private static int codePointBoundary(String words, int at) {
        return at > 0 && Character.isLowSurrogate(words.charAt(at)) ? at - 1 : at;
    }
}
