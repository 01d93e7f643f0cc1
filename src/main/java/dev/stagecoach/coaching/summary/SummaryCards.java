package dev.stagecoach.coaching.summary;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Period;
import dev.stagecoach.coaching.Section.Place;
import dev.stagecoach.coaching.summary.WeeklySummary.Chapter;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;

/** The summary as a card short enough for a phone; what is longer stands in the thread. */
final class SummaryCards {

    private SummaryCards() {}

    /** A card, and what goes into its thread. */
    record Pair(Card card, Optional<Card> inThread) {}

    static Pair of(Team team, Period period, WeeklySummary summary, Optional<Picture> picture) {
        if (summary.quiet()) {
            return new Pair(quiet("A quiet week: nothing was logged.", summary), Optional.empty());
        }
        var title = title(team, period);
        var card = Card.titled(title + ". " + shortened(summary.finding())).heading(title);
        for (var chapter : summary.chapters()) {
            card = with(card, chapter.opening());
        }
        if (picture.isPresent()) {
            card = card.picture(picture.get());
        }
        if (summary.longOnes().isEmpty()) {
            return new Pair(card, Optional.empty());
        }
        return new Pair(card.footnote("More in the thread."), Optional.of(inFull(summary.longOnes())));
    }

    /** Everything in one card, for one reader. */
    static Card whole(Team team, Period period, WeeklySummary summary, Optional<Picture> picture) {
        var card = Card.titled(title(team, period)).heading(team.name())
                .text(Text.bolded(dates(period, team.zone())));
        if (summary.quiet()) {
            return card.then(quiet("Nothing was logged in this time.", summary));
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

    private static String name(Place place) {
        return switch (place) {
            case PARTICIPATION -> "Taking part";
            case EVIDENCE -> "Evidence";
            case GOAL -> "Our goal";
            case COMMITMENTS -> "Where we stand";
            case HIGHLIGHTS -> "Highlights";
            case NEXT -> "What comes next";
        };
    }

    static String title(Team team, Period period) {
        return team.name() + ", " + dates(period, team.zone());
    }

    /** For example "Sep 12 – 18, 2026"; the last day is the one that the period still touches. */
    static String dates(Period period, ZoneId zone) {
        var touched = period.until().isAfter(period.from()) ? period.until().minusMillis(1) : period.until();
        return DateText.daysAndYear(LocalDate.ofInstant(period.from(), zone), LocalDate.ofInstant(touched, zone));
    }

    private static String shortened(String finding) {
        return finding.length() > 200 ? finding.substring(0, 199) + "…" : finding;
    }
}
