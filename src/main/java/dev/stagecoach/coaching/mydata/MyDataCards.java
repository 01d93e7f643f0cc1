package dev.stagecoach.coaching.mydata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.mydata.Place.Fate;
import dev.stagecoach.people.Retention;

/** What people read about their own data. */
final class MyDataCards {
    static final String CONFIRM = "confirm";
    static final String WORD = "delete";
    private static final int PIECE = 12;
    private static final String POSTED = "What stands in Slack already, in a channel or in messages from me, stays in "
            + "Slack until it is deleted there.";

    private MyDataCards() {}

    /** @param counts rows in each place that has any */
    static Card overview(Map<Place, Integer> counts, Retention retention) {
        var card = Card.titled("What I keep about you").heading("What I keep about you");
        if (counts.isEmpty()) {
            return card.text("Nothing at all.");
        }
        var goes = bullets(counts, Fate.GOES);
        card = goes.isEmpty()
                ? card.text("You have not written anything yet that I keep.")
                : card.text("Yours to delete:").bullets(goes);
        card = card.text("Kept so that I work, or because it is the team's:").bullets(bullets(counts, Fate.STAYS))
                .text(byItself(retention))
                .text("Only you see this list. A copy comes as two files, to you alone.");
        var copy = MyDataRoom.SEND.primary("Send me a copy", Optional.empty());
        return goes.isEmpty() || retention.legalHold()
                ? card.buttons(copy)
                : card.buttons(copy, MyDataRoom.ASK.button("Delete my data", Optional.empty()));
    }

    /** What nobody has to ask for. */
    private static Text byItself(Retention retention) {
        var terms = retention.terms();
        return retention.legalHold()
                ? Text.bolded("A legal hold is on. ")
                        .plus("Your district has to keep its records for now, so nothing is"
                                + " deleted, by itself or by you, until it ends. Ask the person who runs me when that is.")
                : Text.bolded("This goes by itself: ").plus("where you placed yourself, "
                        + Plural.of(terms.ratingDays(), "day") + " after the school year (it ends on June 30); what you"
                        + " wrote for yourself, after " + Plural.of(terms.writingMonths(), "month")
                        + "; what was counted, after " + Plural.of(terms.figureYears(), "year") + ".");
    }

    private static List<String> lines(Map<Place, Integer> counts, Fate fate) {
        return counts.entrySet().stream().filter(one -> one.getKey().fate() == fate)
                .map(one -> one.getKey().title() + ": " + one.getValue()).toList();
    }

    private static List<Text> bullets(Map<Place, Integer> counts, Fate fate) {
        return lines(counts, fate).stream().map(Text::of).toList();
    }

    /** Says what goes and what stays, before anything is deleted. */
    static Form form(Map<Place, Integer> counts) {
        var fields = new ArrayList<Field>(list("This goes, and nobody can bring it back:", lines(counts, Fate.GOES)));
        fields.add(new Field.Words(Text.bolded("Results that the team has seen stay as they were. ")
                .plus("They are counts of several people, and changing them would give away whose answers went.")));
        fields.addAll(list("This stays, and why:", counts.keySet().stream()
                .filter(place -> place.fate() == Fate.STAYS).map(place -> place.title() + ": " + place.why())
                .toList()));
        fields.add(new Field.Words(Text.of(POSTED)));
        fields.add(new Field.ShortText(CONFIRM, "Type " + WORD + " to confirm", "You might want a copy first.", false,
                40, ""));
        return MyDataRoom.DELETE.form("Delete my data", "Delete for good", Optional.empty(), fields);
    }

    /** In pieces that a chat service takes. */
    private static List<Field> list(String opening, List<String> lines) {
        var fields = new ArrayList<Field>();
        for (var from = 0; from < lines.size(); from += PIECE) {
            var text = from == 0 ? Text.bolded(opening).plus("\n") : Text.of("");
            fields.add(new Field.Words(text.plus("- " + String.join("\n- ",
                    lines.subList(from, Math.min(lines.size(), from + PIECE))))));
        }
        return fields;
    }

    static Card deleted(Map<Place, Integer> before) {
        var gone = bullets(before, Fate.GOES);
        return gone.isEmpty()
                ? Card.saying("There was nothing of yours to delete.")
                : Card.titled("Deleted for good").heading("Deleted for good").bullets(gone).text(POSTED)
                        .buttons(MyDataRoom.SHOW.button("See what stays", Optional.empty()));
    }

    static Card sent() {
        return Card.saying("I have sent you two files, in our direct message. Only you see them.")
                .buttons(Ways.HOME.button("Back to Home", Optional.empty()));
    }
}
