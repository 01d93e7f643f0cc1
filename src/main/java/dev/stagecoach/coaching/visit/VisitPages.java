package dev.stagecoach.coaching.visit;

import java.util.List;

import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.guide.Feedback;
import dev.stagecoach.people.TeamId;

/** The lists of visits. */
final class VisitPages {
    /** A card has room for so many of each sort. */
    private static final int SHOWN = 5;

    private VisitPages() {}

    /**
     * For members and coaches.
     *
     * @param mine their own
     * @param open what they could take
     */
    static Card page(TeamId team, Feedback.Visit protocol, List<Card> mine, List<Card> open) {
        var page = Card.titled("Visits").heading("Visits").text(protocol.text());
        if (mine.isEmpty() && open.isEmpty()) {
            page = page.text("No visit is planned, and nothing is open. Let somebody see your class, or say what you "
                    + "would like to see.");
        }
        page = some(some(page, mine), open);
        return page.buttons(VisitRoom.OFFER.primary("Offer a visit", team),
                VisitRoom.WISH.button("Ask for a visit", team),
                WalkRoom.OPEN.button("Begin a learning walk", team));
    }

    private static Card some(Card page, List<Card> cards) {
        var longer = page;
        for (var card : cards.stream().limit(SHOWN).toList()) {
            longer = longer.divider().then(card);
        }
        return cards.size() <= SHOWN
                ? longer
                : longer.footnote("And " + (cards.size() - SHOWN) + " more, later on.");
    }

    /** For leaders: numbers, and who needs cover. */
    static Card forLeader(int visits, List<Card> cover) {
        var page = Card.titled("Visits").heading("Visits").text("This term: " + Plural.of(visits, "visit") + ". Who "
                + "visited whom, and what they saw, stays with them.");
        return cover.isEmpty() ? page.text("Nobody needs cover right now.") : some(page, cover);
    }

    static Card calledOff(TeamId team, Visit visit, boolean freed) {
        var told = visit.agreed() ? "Called off. I tell the other person." : "Called off. Nobody sees it any more.";
        return Card.saying(freed ? "Called off. I tell the other person, and others can take it again." : told)
                .buttons(VisitRoom.SHOW.button("See visits", team));
    }
}
