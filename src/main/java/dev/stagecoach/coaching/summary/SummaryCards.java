package dev.stagecoach.coaching.summary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.summary.WeeklySummary.Chapter;
import dev.stagecoach.people.TeamId;

/** The summary as a card short enough for a phone; what is longer stands in the thread. */
final class SummaryCards {

    /** Of a summary in a channel, without its thread and its picture. */
    static final int MOST_WORDS = 90;
    private static final String BUTTON = "Log evidence";
    private static final String MORE = "More in the thread.";

    private SummaryCards() {}

    /** A card, and what goes into its thread. */
    record Pair(Card card, Optional<Card> inThread) {}

    static Pair of(Covered covered, WeeklySummary summary, Optional<Picture> picture) {
        if (summary.quiet()) {
            return new Pair(quiet("A quiet week: nobody logged anything.", summary), Optional.empty());
        }
        var title = covered.title();
        var opening = Opening.of(summary.chapters(), MOST_WORDS - Words.count(title) - Words.count(MORE)
                - Words.count(BUTTON));
        var card = Card.titled(title + ". " + shortened(summary.finding())).heading(title);
        for (var chapter : opening.chapters()) {
            card = chapter.lines().size() == 1 ? card.text(inOneLine(chapter)) : with(card, chapter);
        }
        card = picture.map(card::picture).orElse(card).buttons(Ways.LOG_EVIDENCE.button(BUTTON, covered.team().id()));
        return opening.rest().isEmpty()
                ? new Pair(card, Optional.empty())
                : new Pair(card.footnote(MORE), Optional.of(inFull(opening.rest())));
    }

    /** What comes next says so itself. */
    private static Text inOneLine(Chapter chapter) {
        if (chapter.place() == Place.NEXT) {
            return chapter.lines().getFirst();
        }
        var spans = chapter.lines().getFirst().spans();
        return new Text(Stream.concat(Text.bolded(name(chapter.place()) + ": ").spans().stream(),
                spans.stream()).toList());
    }

    /** Everything in one card, for one reader. */
    static Card whole(Covered covered, WeeklySummary summary, Optional<Picture> picture) {
        var card = Card.titled(covered.title()).heading(covered.team().name())
                .text(Text.bolded(covered.dates()));
        if (summary.quiet()) {
            return card.then(quiet("Nobody logged anything in this time.", summary));
        }
        for (var chapter : summary.chapters()) {
            card = with(card, chapter);
        }
        return picture.isPresent() ? card.picture(picture.get()) : card;
    }

    /** The card with the usual periods as buttons. */
    static Card usual(Card card, TeamId team) {
        return card.buttons(PeriodWords.USUAL.stream().map(label -> SummaryRoom.PERIOD.button(label,
                new Choice(team, label.toLowerCase(Locale.ROOT).replace(' ', '-')))).toList());
    }

    private static Card quiet(String words, WeeklySummary summary) {
        var line = Text.of(words);
        for (var next : summary.ahead()) {
            line = new Text(Stream
                    .concat(line.plus(" ").spans().stream(), next.spans().stream()).toList());
        }
        return Card.titled(words).text(line);
    }

    private static Card inFull(List<Chapter> chapters) {
        var card = Card.titled("The summary in full");
        for (var chapter : chapters) {
            card = with(card, chapter);
        }
        return card;
    }

    private static Card with(Card card, Chapter chapter) {
        return card.text(Text.bolded(name(chapter.place()))).bullets(chapter.lines());
    }

    static String name(Place place) {
        return switch (place) {
            case STUDENTS -> "What we saw";
            case HIGHLIGHTS -> "Worth a look";
            case HELP -> "Help wanted";
            case GOAL -> "Our goal";
            case COMMITMENTS -> "Where we stand";
            case NEXT -> "Next";
            case QUESTION -> "For our meeting";
            case PARTICIPATION -> "Taking part";
        };
    }

    private static String shortened(String finding) {
        return finding.length() > 200 ? finding.substring(0, 199) + "…" : finding;
    }
}
