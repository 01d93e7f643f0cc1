package dev.stagecoach.coaching.plan;

import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.PersonId;

/** What the plans beside the team's look like in chat. */
record SidePlanCards(Tool tool, ToolFacts facts, ZoneId zone) {

    /** @param write the button of whoever may write it; empty for readers */
    Card school(List<Filled> plans, List<Button> write) {
        var card = titled();
        if (plans.isEmpty()) {
            return card.text("It is not written yet; the team's coaches and leaders do that.").buttons(write);
        }
        var plan = plans.getFirst();
        return card.text(tool.purpose()).facts(facts.of(tool, plan.entries())).buttons(write).footnote(last(plan));
    }

    /** Each leader's own, the reader's first. */
    Card leaders(List<Filled> plans, List<Button> write, PersonId reader) {
        var card = titled();
        if (plans.isEmpty()) {
            return card.text("No leader of the team has written one yet.").buttons(write);
        }
        card = card.text(tool.purpose());
        for (var plan : plans.stream().sorted((one, _) -> one.author().equals(reader) ? -1 : 0).toList()) {
            card = card.text(Text.mentioning(plan.author())).facts(facts.of(tool, plan.entries()))
                    .footnote(last(plan));
        }
        return card.buttons(write);
    }

    private Card titled() {
        return Card.titled(tool.name()).heading(tool.name());
    }

    private Text last(Filled plan) {
        return Text.of("Last written by ").mention(plan.version().by())
                .plus(" on " + ToolFacts.day(plan.version().at().atZone(zone).toLocalDate()) + ".");
    }
}
