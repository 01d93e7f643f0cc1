package dev.stagecoach.coaching.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Choice;
import dev.stagecoach.chat.Picture;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.picture.Tally;
import dev.stagecoach.picture.TallyPicture;

/** What a measure looks like in chat: the counts as they are, and nothing made of them. */
final class MeasureCards {
    /** So many of the last counts fit on a phone. */
    private static final int SHOWN = 8;

    private MeasureCards() {}

    /** @param lookFors what the practice lets one count */
    static Card pick(CallContext here, List<String> lookFors) {
        var team = here.teamId();
        var card = Card.titled("Pick what you count").heading("Pick what you count")
                .text("One thing, counted the same way each time. Choose one of these, or your own.");
        for (var i = 0; i < lookFors.size(); i++) {
            card = card.quote(lookFors.get(i))
                    .buttons(MeasureRoom.USE.button("Count this", new Choice(team, Integer.toString(i))));
        }
        return card.buttons(MeasureRoom.USE.button("Count something else", new Choice(team, "-")));
    }

    static Card none(CallContext here) {
        var card = Card.saying("Your team has not picked what to count yet.");
        return here.mayWrite()
                ? card.buttons(MeasureRoom.PICK.primary("Pick a measure", here.teamId()))
                : card;
    }

    static Card saved(Measure measure) {
        var card = Card.saying("Saved: " + measure.what());
        var told = measure.collector().map(who -> card.text(Text.of("I ask ").mention(who)
                .plus(" for a count " + measure.often() + ", on the Home tab. You can enter the first one now.")))
                .orElse(card);
        return told.buttons(MeasureRoom.COUNT.primary("Enter a count", measure.id()),
                plan(measure.filled().team()));
    }

    static Card counted(Measure measure, DataPoint point, Sides sides) {
        return Card.saying("Saved. " + point.words(sides) + ".").buttons(
                MeasureRoom.PAGE.button("All counts", measure.filled().team()),
                plan(measure.filled().team()));
    }

    /** The measure with its counts as a picture. */
    static Card page(CallContext here, List<Fact> facts, Measure measure, List<DataPoint> series, Sides sides) {
        var card = Card.titled("What we count: " + measure.what()).heading("What we count").quote(measure.what())
                .facts(facts);
        var shown = here.mayWrite() ? counts(card, measure, series, sides) : card;
        return shown.buttons(ways(here, measure));
    }

    private static Card counts(Card card, Measure measure, List<DataPoint> series, Sides sides) {
        if (series.isEmpty()) {
            return card.text("There is no count yet.");
        }
        var last = last(series);
        var picture = picture(measure, last, sides);
        return series.size() > last.size()
                ? card.picture(picture).footnote("The last " + SHOWN + " of " + series.size() + " counts.")
                : card.picture(picture);
    }

    private static Picture picture(Measure measure, List<DataPoint> series, Sides sides) {
        var finding = measure.what() + " "
                + series.stream().map(one -> one.words(sides)).collect(Collectors.joining("; "))
                + ".";
        return TallyPicture.of("Our counts", finding, series.stream()
                .map(point -> new Tally(point.day(), point.count().n(), point.count().of())).toList());
    }

    private static List<DataPoint> last(List<DataPoint> series) {
        return series.subList(Math.max(0, series.size() - SHOWN), series.size());
    }

    private static List<Button> ways(CallContext here, Measure measure) {
        var ways = new ArrayList<Button>();
        if (here.mayWrite()) {
            ways.add(MeasureRoom.COUNT.button("Enter a count", measure.id()));
            ways.add(MeasureRoom.EDIT.button("Edit", measure.id()));
            ways.add(MeasureRoom.PICK.button("Pick another", here.teamId()));
        }
        ways.add(plan(here.teamId()));
        return ways;
    }

    private static Button plan(TeamId team) {
        return Ways.PLAN.button("The team's plan", team);
    }
}
