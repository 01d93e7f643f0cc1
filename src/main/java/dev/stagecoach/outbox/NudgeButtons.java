package dev.stagecoach.outbox;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;

/** What a reader can do about any message that asks for something, whichever room it comes from. */
public final class NudgeButtons {
    /** A message by the row it went out under, whatever else stands in it. */
    public static final Carried<String> MESSAGE = Carried.thing(NudgeStore::team);
    public static final Action<String> SNOOZE = mine(Action.click("nudge.snooze", MESSAGE, Access.reads(Who.ANYONE)));
    public static final Action<String> SKIP = mine(Action.click("nudge.skip", MESSAGE, Access.writes(Who.ANYONE)));
    public static final Action<String> STOP = mine(Action.click("nudge.stop", MESSAGE, Access.writes(Who.ANYONE)));

    private NudgeButtons() {}

    /** Only for its reader. */
    public static Action<String> mine(Action<String> action) {
        return action.onlyFor("the person it was sent to",
                (here, id) -> NudgeStore.isFor(here.tx(), id, here.person()));
    }

    /** Whether a card still wants something: what is done has no first choice any more. */
    static boolean asks(Card card) {
        return card.parts().stream().anyMatch(part -> part instanceof Card.Part.Buttons(var buttons)
                && buttons.stream().anyMatch(button -> button.style() == Button.Style.PRIMARY));
    }

    static Card under(Card card, String id) {
        return card.buttons(SNOOZE.button("Remind me later", id), SKIP.button("Not this time", id),
                STOP.button("Stop messages like this", id));
    }
}
