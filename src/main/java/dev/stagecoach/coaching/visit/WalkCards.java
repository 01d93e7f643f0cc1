package dev.stagecoach.coaching.visit;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Card.Fact;
import dev.stagecoach.chat.Plural;
import dev.stagecoach.chat.Text;
import dev.stagecoach.people.PersonId;

/** What learning walks look like in chat. */
final class WalkCards {
    private WalkCards() {}

    /**
     * A walk with all that a card about it needs to know.
     *
     * @param when in the team's time zone
     * @param places how many can walk together
     * @param leastRooms nobody else learns the count before so many rooms were seen
     */
    record View(Walk walk, PersonId viewer, boolean ahead, String when, List<PersonId> walkers, int places,
            int leastRooms) {
        View {
            walkers = List.copyOf(walkers);
        }

        boolean walks() {
            return walkers.contains(viewer);
        }

        boolean begins() {
            return walk.person().equals(viewer);
        }
    }

    static Card of(View view) {
        var walk = view.walk();
        var card = Card.titled("Learning walk, " + view.when() + ": " + walk.slot().lookFor())
                .text(Text.bolded("Learning walk").plus(", " + view.when() + ", begun by ").mention(walk.person())
                        .plus(". " + places(view)))
                .facts(List.of(Fact.of("Look-for", walk.slot().lookFor())));
        if (walk.canceled()) {
            return card.text("It was called off.");
        }
        var told = walk.seenBy(view.walks(), view.leastRooms())
                .map(seen -> card.text(Text.capital(seen.words()) + ".")).orElse(card);
        return view.ahead() ? told.buttons(ahead(view)) : told.buttons(over(view));
    }

    private static String places(View view) {
        var free = view.places() - view.walkers().size();
        return Plural.of(view.walkers().size(), "person") + " so far" + (free > 0 && view.ahead()
                ? ", " + free + " more can come."
                : ".");
    }

    private static List<Button> ahead(View view) {
        var id = view.walk().id();
        if (view.begins()) {
            return List.of(WalkRoom.CALL_OFF.danger("Call it off", id, new Confirm("Call this walk off?",
                    "I tell the others who wanted to come.", "Call it off")));
        }
        if (view.walks()) {
            return List.of(WalkRoom.LEAVE.button("I can’t make it", id));
        }
        return view.walkers().size() < view.places() ? List.of(WalkRoom.JOIN.primary("Come along", id)) : List.of();
    }

    private static List<Button> over(View view) {
        var buttons = new ArrayList<Button>();
        if (view.walks()) {
            buttons.add(view.walk().seen().isEmpty()
                    ? WalkRoom.COUNT.primary("What we counted", view.walk().id())
                    : WalkRoom.COUNT.button("Change the count", view.walk().id()));
        }
        return buttons;
    }
}
