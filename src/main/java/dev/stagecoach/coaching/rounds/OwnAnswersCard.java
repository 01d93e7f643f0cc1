package dev.stagecoach.coaching.rounds;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;

/** All that one person said in a round, for that person alone. */
record OwnAnswersCard(Guide guide, RoundWords words) {

    Card of(Round round, OwnAnswers own, Instant now) {
        var card = Card.titled("My answers").heading("My answers");
        if (own.answered() == 0 && own.dots().isEmpty() && own.frame().equals(Frame.EMPTY)) {
            card = card.text(round.takesAnswers(now)
                    ? "You have not answered anything in this round."
                    : "I keep no answers of yours from this round: you gave none, or their time was over, and they are "
                            + "deleted.");
        }
        var frame = own.frame();
        card = frame.classLabel().isEmpty() ? card : card.text(Text.bolded("In mind: ").plus(frame.classLabel()));
        card = frame.confidence().map(one -> Text.bolded("How sure: ").plus(one.words())).map(card::text).orElse(card);
        for (var page : own.pages()) {
            card = page.answered() || !page.notes().equals(RatingPage.Notes.NONE) ? page(card, page) : card;
        }
        if (!own.dots().isEmpty()) {
            card = card.text(Text.bolded("Where a change would help most: ")
                    .plus(own.dots().stream().map(words::shortName).collect(Collectors.joining(", "))));
        }
        card = card.footnote("Only you see this page. /coach my-data has it all.");
        return round.takesAnswers(now) ? card.buttons(RatingActions.RATE.button("Change them", round.id())) : card;
    }

    private Card page(Card card, RatingPage page) {
        return card.text(Text.bolded(words.name(page.practice()))).bullets(Stream.of(Side.values())
                .filter(side -> page.side(side).isPresent() || !page.notes().of(side).isEmpty())
                .map(side -> line(page, side)).toList());
    }

    private Text line(RatingPage page, Side side) {
        var chosen = page.side(side).map(this::level).orElse("left open");
        var text = Text.of(Text.capital(words.side(side)) + ": " + chosen);
        return page.notes().of(side).isEmpty() ? text : text.plus(". ").quiet(page.notes().of(side));
    }

    private String level(Choice choice) {
        return switch (choice) {
            case Choice.AtLevel(var level) -> words.level(level);
            case Choice.CannotSay _ -> guide.cannotSay().toLowerCase(Locale.ROOT);
        };
    }
}
