package dev.stagecoach.coaching.visit;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.visit.Visit.Kind;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.people.PersonId;

/** What visits look like in chat. */
final class VisitCards {
    private VisitCards() {}

    /** What somebody has to do with it: takes it, waits for it, or has been there. */
    static Card of(VisitView view) {
        var visit = view.visit();
        var card = Card.titled(summary(view)).text(told(view)).facts(List.of(Fact.of("Look-for",
                visit.slot().lookFor()), Fact.of("Practice", view.practice())));
        if (visit.open(view.now())) {
            return card.buttons(visit.begunBy(view.viewer())
                    ? List.of(cancel(view, "Take it back"))
                    : toTake(view));
        }
        return visit.ahead(view.now()) ? ahead(card, view) : over(card, view);
    }

    private static List<Button> toTake(VisitView view) {
        var take = VisitRoom.TAKE.primary(view.visit().parties().kind() == Kind.OFFER ? "I’ll come" : "Come to my room",
                view.visit().id());
        return view.visit().parties().asked().isPresent() ? List.of(take, cancel(view, "I can’t")) : List.of(take);
    }

    private static String summary(VisitView view) {
        return "Visit, " + view.when() + ": " + view.visit().slot().lookFor();
    }

    private static Text told(VisitView view) {
        var visit = view.visit();
        var when = view.when();
        if (visit.open(view.now())) {
            return visit.begunBy(view.viewer())
                    ? Text.bolded(
                            visit.parties().kind() == Kind.OFFER ? "You offer a visit" : "You would like to visit")
                            .plus(", " + when + ". Nobody has said yes so far.")
                    : Text.mentioning(visit.parties().person()).plus(visit.parties().kind() == Kind.OFFER
                            ? " says: come and see me, "
                            : visit.returns().isPresent()
                                    ? " would like to visit you back, "
                                    : " would like to visit, ")
                            .bold(when).plus(".");
        }
        var other = visit.other(view.viewer()).orElse(visit.parties().person());
        var over = visit.over(view.now());
        return visit.visitedBy(view.viewer())
                ? Text.of(over ? "You visited " : "You visit ").mention(other).plus(", ").bold(when).plus(".")
                : Text.mentioning(other).plus(over ? " visited you, " : " visits you, ").bold(when).plus(".");
    }

    private static Card ahead(Card card, VisitView view) {
        var buttons = new ArrayList<Button>();
        var told = card;
        if (view.visit().visitedBy(view.viewer())) {
            told = view.cover().map(cover -> card.text(covered(cover))).orElse(card);
            if (view.cover().isEmpty()) {
                buttons.add(VisitRoom.COVER.button("Ask for cover", view.visit().id()));
            }
        }
        buttons.add(cancel(view, "I can’t make it"));
        return told.buttons(buttons);
    }

    private static Text covered(Cover cover) {
        return switch (cover.state()) {
            case ARRANGED -> arranger(cover).plus(" arranges your cover.");
            case DECLINED -> Text.of("No leader can arrange cover this time.");
            case ASKED, DROPPED ->
                Text.of("Your leaders know that you need cover. I tell you when one of them answers.");
        };
    }

    private static Text arranger(Cover cover) {
        return cover.leader().map(Text::mentioning).orElse(Text.of("A leader"));
    }

    private static Card over(Card card, VisitView view) {
        var id = view.visit().id();
        var after = view.after();
        var buttons = new ArrayList<Button>();
        buttons.add(after.mine()
                ? VisitRoom.NOTE.button("Change my note", id)
                : VisitRoom.NOTE.primary("Note what I saw", id));
        if (after.any()) {
            buttons.add(VisitRoom.READ.button("What we noted", id));
        }
        if (view.visit().visitedBy(view.viewer()) && view.visit().thankedAt().isEmpty()) {
            buttons.add(VisitRoom.THANK.button("Say thank you", id));
        }
        if (after.mine() && after.shown()) {
            buttons.add(VisitRoom.HIDE.button("Keep my note between us", id));
        } else if (after.mine() && after.coach()) {
            buttons.add(VisitRoom.SHOW_COACH.button("Show my note to my coach", id));
        }
        if (!view.visit().visitedBy(view.viewer()) && view.visit().returns().isEmpty() && !after.returned()) {
            buttons.add(VisitRoom.BACK.button("Visit back", id));
        }
        if (!after.any()) {
            buttons.add(cancel(view, "It did not happen"));
        }
        return card.buttons(buttons);
    }

    private static Button cancel(VisitView view, String label) {
        return VisitRoom.CANCEL.danger(label, view.visit().id(), new Confirm("Call this visit off?",
                view.visit().agreed() ? "I tell the other person." : "Then nobody can take it any more.",
                "Call it off"));
    }

    /** The day before. */
    static Card eve(VisitView view, Feedback.Visit protocol) {
        var title = "Your visit is next: " + view.when();
        return Card.titled(title).heading(title).then(of(view)).footnote(protocol.text() + " "
                + String.join(" ", protocol.during()));
    }

    /**
     * What the two wrote.
     *
     * @param notes those that the reader may see, at least one
     */
    static Card notes(List<Note> notes) {
        var lookFor = notes.getFirst().lookFor();
        var card = Card.titled("What there was to see: " + lookFor).text(Text.bolded("Look-for: ").plus(lookFor));
        for (var note : notes) {
            card = card.text(Text.mentioning(note.person()).plus(" saw:")).quote(note.seen())
                    .text("and wonders:").quote(note.question());
        }
        return card;
    }

    /** For a coach whom the author shows a note. */
    static Card shown(String visit, PersonId author) {
        return Card.titled("A note on a visit").text(Text.mentioning(author).plus(" shows you a note on a visit."))
                .buttons(VisitRoom.READ.primary("Read it", visit))
                .footnote("Only the two who visited each other and you can read it.");
    }

    /**
     * For a leader.
     *
     * @param name of who asks
     */
    static Card cover(Cover cover, String name, String when) {
        var title = name + " needs cover, " + when;
        var card = Card.titled(title).text(Text.mentioning(cover.person()).plus(" needs cover for a visit, ").bold(when)
                .plus("."));
        return switch (cover.state()) {
            case ASKED -> card.buttons(VisitRoom.COVERED.primary("I’ll arrange it", cover.visit()),
                    VisitRoom.NOT_COVERED.button("Not this time", cover.visit()));
            case DECLINED -> card.text("Turned down so far.")
                    .buttons(VisitRoom.COVERED.button("I’ll arrange it after all", cover.visit()));
            case ARRANGED -> card.text(arranger(cover).plus(" arranges it."));
            case DROPPED -> card.text("That visit was called off. No cover is needed any more.");
        };
    }
}
