package dev.stagecoach.coaching.tries;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Carried.Part;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.people.Day;
import dev.stagecoach.people.TeamId;

/** What tries look like in chat. */
final class TryCards {
    private static final int OPEN_SHOWN = 6;
    private static final int CLOSED_SHOWN = 5;
    private static final int NOTES_SHOWN = 6;

    private final Tries tries;

    TryCards(Tries tries) {
        this.tries = tries;
    }

    Card none(TeamId team) {
        return Card.saying("Nobody is trying anything yet; one small change for " + tries.loop().schoolDays()
                + " school days is enough.").buttons(start(team));
    }

    Button start(TeamId team) {
        return TryRoom.START.primary("Start a try", team);
    }

    /** @param seen open ones first */
    Card list(TeamId team, List<Try> seen, Day calendar) {
        if (seen.isEmpty()) {
            return none(team);
        }
        var card = Card.titled("What is being tried").heading("What is being tried");
        for (var one : seen.stream().filter(Try::open).limit(OPEN_SHOWN).toList()) {
            card = card.text(Text.bolded(tries.change(one)).plus("\n").plus(whose(one)).plus("until "
                    + day(one.run().due(calendar)) + ".")).buttons(look(one));
        }
        for (var one : seen.stream().filter(other -> !other.open()).limit(CLOSED_SHOWN).toList()) {
            card = card.text(Text.of(tries.change(one)).plus("\n").quiet(ended(one))).buttons(look(one));
        }
        var hidden = seen.size() - Math.min(OPEN_SHOWN, seen.stream().filter(Try::open).count())
                - Math.min(CLOSED_SHOWN, seen.stream().filter(other -> !other.open()).count());
        var all = hidden > 0 ? card.footnote("And " + hidden + " more.") : card;
        return all.divider().buttons(start(team));
    }

    private static Button look(Try one) {
        return TryRoom.LOOK.button("Look at it", one.id());
    }

    private static String whose(Try one) {
        if (one.run().ofTeam()) {
            return "The team’s, ";
        }
        return one.shared() ? "Shown to the team, " : "Only its owner sees it, ";
    }

    /** One try with all that was seen, for somebody who may see it. */
    Card one(Try one, List<TryNote> notes, Page page) {
        var card = Card.titled("A try: " + tries.change(one)).heading(tries.loop().name()).quote(tries.change(one))
                .facts(facts(one, page.calendar()));
        card = card.bullets(notes.stream().limit(NOTES_SHOWN).map(note -> line(note, page.calendar().zone()))
                .toList());
        card = notes.size() > NOTES_SHOWN
                ? card.footnote("And " + Plural.of(notes.size() - NOTES_SHOWN, "earlier one") + ".")
                : card;
        return page.writes() ? card.buttons(buttons(one, page)) : card;
    }

    /**
     * How a try is looked at.
     *
     * @param writes whether the viewer may add to it and decide
     * @param owns whether it is the viewer's, to edit, share and delete
     * @param due whether it is time to decide
     * @param followed whether another try adapts it
     */
    record Page(Day calendar, boolean writes, boolean owns, boolean due, boolean followed) {}

    private List<Fact> facts(Try one, Day calendar) {
        var first = tries.tool().fields().getFirst().key();
        var facts = new ArrayList<>(new ToolFacts(tries.guide()).without(tries.tool(), one.filled().entries(), first));
        facts.add(new Fact("Whose", one.run().ofTeam()
                ? Text.of("The team’s, started by ").mention(one.owner())
                : Text.mentioning(one.owner())));
        facts.add(Fact.of("Since", day(one.run().started())));
        one.run().decision().ifPresentOrElse(
                decision -> facts.add(Fact.of(tries.decision(decision.key()), decision.why())),
                () -> facts.add(Fact.of("To decide", day(one.run().due(calendar)) + ", after "
                        + one.run().schoolDays() + " school days")));
        if (!one.run().ofTeam()) {
            facts.add(Fact.of("Seen by", one.shared() ? "the team" : "only its owner"));
        }
        return facts;
    }

    private Text line(TryNote note, ZoneId zone) {
        return Text.of(DateText.near(LocalDate.ofInstant(note.at(), zone)) + ", ").mention(note.by())
                .plus(": " + note.line(tries.guide().sides()));
    }

    private List<Button> buttons(Try one, Page page) {
        var buttons = new ArrayList<Button>();
        if (one.open()) {
            buttons.addAll(page.due()
                    ? List.of(TryRoom.DECIDE.primary("Decide", one.id()),
                            TryRoom.NOTE.button("Add what you saw", one.id()))
                    : List.of(TryRoom.NOTE.primary("Add what you saw", one.id()),
                            TryRoom.DECIDE.button("Decide", one.id())));
            if (page.due()) {
                buttons.add(TryRoom.EXTEND.button("Give it " + TryActions.MORE_DAYS + " more days", new Part(
                        one.id(), Integer.toString(one.run().schoolDays() + TryActions.MORE_DAYS))));
            }
        } else if (!page.followed() && one.run().decision().filter(it -> it.key().equals(Tries.ADAPT)).isPresent()) {
            buttons.add(TryRoom.AGAIN.primary("Start the next one", one.id()));
        }
        if (page.owns()) {
            buttons.addAll(owners(one));
        }
        return buttons;
    }

    private static List<Button> owners(Try one) {
        var buttons = new ArrayList<Button>();
        if (one.open()) {
            buttons.add(TryRoom.EDIT.button("Edit", one.id()));
        }
        if (!one.run().ofTeam()) {
            buttons.add(one.shared()
                    ? TryRoom.KEEP.button("Keep it private", one.id())
                    : TryRoom.SHARE.button("Share with the team", one.id()));
        }
        buttons.add(TryRoom.DELETE.danger("Delete", one.id(), new Confirm("Delete this try?",
                "It will be gone for good, with its notes.", "Delete try")));
        return buttons;
    }

    /** As it stands in the channel. */
    Card announced(Try one, Day calendar) {
        var who = one.run().ofTeam() ? " started a team try." : " is trying something.";
        var first = tries.tool().fields().getFirst().key();
        var card = Card.titled("A try: " + tries.change(one)).text(Text.mentioning(one.owner()).plus(who))
                .quote(tries.change(one)).facts(new ToolFacts(tries.guide()).without(tries.tool(),
                        one.filled().entries(), first));
        return one.run().decision()
                .map(decision -> card.text(Text.bolded(tries.decision(decision.key()) + ": ").plus(decision.why())))
                .orElseGet(() -> card.footnote("Until " + day(one.run().due(calendar)) + ", "
                        + one.run().schoolDays() + " school days."))
                .buttons(look(one));
    }

    /** How it ended: "Keep: they ask one another." */
    String ended(Try one) {
        return one.run().decision().map(decision -> tries.decision(decision.key()) + ": " + decision.why())
                .orElse("");
    }

    static String day(LocalDate day) {
        return DateText.near(day);
    }
}
