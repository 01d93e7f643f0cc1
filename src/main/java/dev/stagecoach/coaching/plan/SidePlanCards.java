package dev.stagecoach.coaching.plan;

import java.time.ZoneId;
import java.util.List;

import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Tool;

/** What the plans beside the team's look like in chat. */
record SidePlanCards(Tool tool, ToolFacts facts, ZoneId zone) {

    /** The school's, or each leader's own with the reader's first. */
    Card of(SidePlans plans, CallContext here, List<Filled> written) {
        var kind = plans.kind();
        var card = Card.titled(tool.name()).heading(tool.name());
        if (written.isEmpty()) {
            card = card.text(switch (kind) {
                case SCHOOL -> "It is not written yet; there is one for all teams of the school, and their coaches and"
                        + " leaders write it.";
                case LEADER -> "None of the team's leaders has written one yet.";
            });
        } else {
            card = card.text(tool.purpose());
        }
        for (var plan : written.stream().sorted((one, _) -> one.author().equals(here.person()) ? -1 : 0).toList()) {
            var named = kind == SidePlans.Kind.LEADER ? card.text(Text.mentioning(plan.author())) : card;
            card = named.facts(facts.of(tool, plan.entries())).footnote(last(plan));
        }
        if (!kind.write().access().who().admits(here.standing())) {
            return card;
        }
        var own = plans.of(here.tx(), here.teamId(), here.person());
        return card.buttons(kind.write().button(own.isPresent() ? "Edit" : "Write it", here.teamId()));
    }

    private Text last(Filled plan) {
        return Text.of("Last written by ").mention(plan.version().by())
                .plus(" on " + ToolFacts.day(plan.version().at().atZone(zone).toLocalDate()) + ".");
    }
}
