package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.GoalCanvas;
import dev.stagecoach.guide.Guide;

/** What a goal's ladder looks like in chat. */
final class LadderCards {
    private static final int SHOWN = 8;

    private final Guide guide;

    LadderCards(Guide guide) {
        this.guide = guide;
    }

    /** A rung with its sign and its meaning, such as "+1, more than expected". */
    static String rung(Guide guide, int value) {
        return (value > 0 ? "+" : "") + value + ", "
                + guide.goal().ladder().stream().filter(one -> one.value() == value)
                        .map(GoalCanvas.Rung::meaning).findFirst().orElse("rung " + value).toLowerCase(Locale.ROOT);
    }

    /** A stand in one line, as everybody in the team may read it. */
    static String line(Guide guide, LadderPlacement stand) {
        return rung(guide, stand.rung()) + ": " + stand.line();
    }

    /** @param stands newest first */
    Card page(CallContext here, Goal goal, List<LadderPlacement> stands) {
        var card = Card.titled("Where the team stands").heading("Where the team stands")
                .quote(goal.canvas().aim().sentence());
        card = rungs(card, goal.canvas().ladder());
        var agreed = stands.stream().filter(stand -> !stand.open()).toList();
        card = agreed.isEmpty()
                ? card.text("You have not agreed on this yet. One of you proposes it, and another confirms it.")
                : card.bullets(agreed.stream().limit(SHOWN).map(stand -> told(stand, here.team().zone())).toList());
        card = agreed.size() > SHOWN
                ? card.footnote("And " + Plural.of(agreed.size() - SHOWN, "earlier one") + ".")
                : card;
        return here.mayWrite() ? acting(card, goal, stands, here) : card;
    }

    /** The ladder in the team's own words, from the top down. */
    private Card rungs(Card card, Canvas.Ladder ladder) {
        var said = guide.goal().ladder().reversed().stream().filter(rung -> !ladder.of(rung.value()).isEmpty())
                .map(rung -> Text.bolded(rung(guide, rung.value()) + ": ").plus(ladder.of(rung.value()))).toList();
        return said.isEmpty() ? card : card.bullets(said).divider();
    }

    private Card acting(Card card, Goal goal, List<LadderPlacement> stands, CallContext here) {
        var buttons = new ArrayList<Button>();
        var open = stands.stream().findFirst().filter(LadderPlacement::open);
        var shown = card;
        if (open.isPresent()) {
            var stand = open.get();
            var own = stand.by().equals(here.person());
            shown = shown.divider().text(Text.bolded("Proposed: ").plus(line(guide, stand)).plus("\nBy ")
                    .mention(stand.by()).plus(own ? ". Another member or a coach needs to confirm it." : "."));
            if (!own) {
                buttons.add(LadderRoom.CONFIRM.primary("Yes, that is where we are", stand.id()));
            }
        }
        buttons.add(open.isPresent()
                ? LadderRoom.PROPOSE.button("Propose something else", goal.id())
                : LadderRoom.PROPOSE.primary("Propose where you stand", goal.id()));
        buttons.add(GoalRoom.LADDER.button("Edit the ladder's words", goal.id()));
        return shown.buttons(buttons);
    }

    private Text told(LadderPlacement stand, ZoneId zone) {
        var text = Text.of(day(stand.at(), zone) + ", ").bold(rung(guide, stand.rung())).plus(": " + stand.line());
        return stand.agreed().map(agreed -> text.plus(" (").mention(stand.by()).plus(" and ").mention(agreed.by())
                .plus(")")).orElse(text);
    }

    private static String day(Instant at, ZoneId zone) {
        return GoalCards.day(LocalDate.ofInstant(at, zone));
    }
}
