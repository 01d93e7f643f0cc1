package dev.stagecoach.coaching.slot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.DateText;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;

/** What a regular time looks like in chat. */
record SlotCards(Guide guide, Tool tool) {

    static Card none(CallContext here) {
        return Card.saying("The team has named no regular time yet.").buttons(plan(here));
    }

    Card page(CallContext here, Slot slot, Optional<LocalDate> next) {
        var card = Card.titled(tool.name() + ": " + slot.words()).heading(tool.name()).text(Text.bolded(slot.words()))
                .facts(new ToolFacts(guide).without(tool, slot.filled().entries(), Slot.FIRST, Slot.AT, Slot.WEEKS))
                .footnote(next.map(day -> "Next: " + DateText.day(day, here.today()) + ". Days off are left out.")
                        .orElse("No time is left this school year."));
        var ways = new ArrayList<>(List.of(SlotRoom.FILE.button("Put it in my calendar", here.teamId())));
        if (here.mayWrite()) {
            ways.add(SlotRoom.EDIT.button("Change", here.teamId()));
        }
        ways.add(plan(here));
        return card.buttons(ways);
    }

    /** What is in the file does not follow what changes here. */
    static Card sent(CallContext here) {
        return Card
                .saying("I have sent you a file in our direct message; open it to put the time into your calendar. If"
                        + " the time or the days off change, take a new one: it takes the old one's place.")
                .buttons(plan(here));
    }

    private static Button plan(CallContext here) {
        return Ways.PLAN.button("Our plan", here.teamId());
    }
}
