package dev.stagecoach.coaching.rounds;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.VisibilityMode;

/** How the same people moved, in words. A move is told as it is counted, and never called more than that. */
record ChangeWords(RoundWords words, ZoneId zone) {

    /** The card with what moved below, where anything can be told. */
    Card told(Card card, Reveal reveal) {
        var lines = reveal.all().stream().flatMap(figure -> line(reveal, figure).stream()).toList();
        if (lines.isEmpty()) {
            return card;
        }
        return reveal.round().mode() == VisibilityMode.JOINT
                ? card.text(Text.bolded("What we agreed on, compared with before")).bullets(lines)
                : card.text(Text.bolded("The same people, compared with before")).bullets(lines)
                        .text("With so few of us, this is something to talk about, not proof.");
    }

    private Optional<Text> line(Reveal reveal, Reveal.Figure figure) {
        return reveal.moved(figure).map(moved -> Text.bolded(words.shortName(figure.practice()))
                .plus(", " + words.side(figure.side()) + ": " + sentence(reveal.round().mode(), moved)));
    }

    /** "since Sep 30, 2026: 5 of 7 up, 1 the same, 1 down; 2 joined, 1 left." */
    String sentence(VisibilityMode mode, ChangeStore.Compared moved) {
        var change = moved.change().orElseThrow();
        var since = "since " + DateText.dayAndYear(moved.since(), zone) + ": ";
        return mode == VisibilityMode.JOINT ? since + together(change) : since + counts(change);
    }

    private static String together(Change change) {
        return change.up() > 0 ? "higher." : change.down() > 0 ? "lower." : "the same.";
    }

    private static String counts(Change change) {
        return change.up() + " of " + change.paired()
                + " up, " + change.same() + " the same, " + change.down() + " down" + others(change) + ".";
    }

    private static String others(Change change) {
        var parts = List.of(change.joined() > 0 ? change.joined() + " placed it for the first time" : "",
                change.left() > 0 ? change.left() + " did not place it again" : "").stream()
                .filter(part -> !part.isEmpty()).toList();
        return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
    }
}
