package dev.stagecoach.coaching.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.stage.TeamAtWork;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.picture.TallyPicture;

/** What a measure looks like in chat: the counts as they are, and nothing made of them. */
final class MeasureCards {
    /** So many of the last counts fit on a phone. */
    private static final int SHOWN = 8;

    private MeasureCards() {}

    /** @param lookFors what the practice lets one count */
    static Card pick(TeamAtWork here, List<String> lookFors) {
        var team = here.team().id();
        var card = Card.titled("Pick what you count").heading("Pick what you count")
                .text("One thing, counted the same way each time. Take one of these, or your own.");
        for (var i = 0; i < lookFors.size(); i++) {
            card = card.quote(lookFors.get(i))
                    .buttons(Button.of("Count this", MeasureRoom.USE, team + " " + i));
        }
        return card.buttons(Button.of("Count something else", MeasureRoom.USE, team + " -"));
    }

    static Card none(TeamAtWork here) {
        var card = Card.saying("Your team has not picked what it counts yet.");
        return here.mayWrite()
                ? card.buttons(Button.primary("Pick a measure", MeasureRoom.PICK, here.team().id().value()))
                : card;
    }

    static Card saved(Measure measure) {
        var card = Card.saying("Saved: " + measure.what());
        var told = measure.collector().map(who -> card.text(Text.of("I ask ").mention(who)
                .plus(" for a count " + measure.often() + ", on the Home tab. The first one can come now.")))
                .orElse(card);
        return told.buttons(Button.primary("Enter a count", MeasureRoom.COUNT, measure.id()),
                plan(measure.filled().team()));
    }

    static Card counted(Measure measure, DataPoint point) {
        return Card.saying("Saved. " + point.words() + ".").buttons(
                Button.of("All counts", MeasureRoom.PAGE, measure.filled().team().value()),
                plan(measure.filled().team()));
    }

    /** The measure with its counts as a picture. */
    static Card page(TeamAtWork here, List<Fact> facts, Measure measure, List<DataPoint> series) {
        var card = Card.titled("What we count: " + measure.what()).heading("What we count").quote(measure.what())
                .facts(facts);
        var shown = here.mayWrite() ? counts(card, measure, series) : card;
        return shown.buttons(ways(here, measure));
    }

    private static Card counts(Card card, Measure measure, List<DataPoint> series) {
        if (series.isEmpty()) {
            return card.text("Nothing is counted yet.");
        }
        var last = last(series);
        var picture = picture(measure, last);
        return series.size() > last.size()
                ? card.picture(picture).footnote("The last " + SHOWN + " of " + series.size() + " counts.")
                : card.picture(picture);
    }

    private static Picture picture(Measure measure, List<DataPoint> series) {
        var finding = measure.what() + " " + series.stream().map(DataPoint::words).collect(Collectors.joining("; "))
                + ".";
        return TallyPicture.of("Our counts", finding, series.stream()
                .map(point -> new Tally(point.day(), point.count().n(), point.count().of())).toList());
    }

    private static List<DataPoint> last(List<DataPoint> series) {
        return series.subList(Math.max(0, series.size() - SHOWN), series.size());
    }

    private static List<Button> ways(TeamAtWork here, Measure measure) {
        var ways = new ArrayList<Button>();
        if (here.mayWrite()) {
            ways.add(Button.of("Enter a count", MeasureRoom.COUNT, measure.id()));
            ways.add(Button.of("Edit", MeasureRoom.EDIT, measure.id()));
            ways.add(Button.of("Pick another", MeasureRoom.PICK, here.team().id().value()));
        }
        ways.add(plan(here.team().id()));
        return ways;
    }

    private static Button plan(TeamId team) {
        return Button.of("The team's plan", "plan.open", team.value());
    }
}
