package dev.stagecoach.coaching.step;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Button.Confirm;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.Ways;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.ToolFacts;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.TeamId;

/** What a step and the plan around it look like in chat. */
final class StepCards {
    private static final int VERSIONS_SHOWN = 10;
    private static final int OTHERS_SHOWN = 12;

    private final Guide guide;
    private final Tool tool;

    StepCards(Guide guide, Tool tool) {
        this.guide = guide;
        this.tool = tool;
    }

    Card none(TeamId team) {
        return Card.saying("You have not written your step yet.")
                .buttons(StepRoom.WRITE.primary("Write your step", team));
    }

    /** The step alone. */
    Card step(OwnPlan own) {
        var card = Card.titled("Your when-then step").heading("Your when-then step").quote(own.whenThen())
                .quote(own.ifThen());
        return card.buttons(buttons(own, StepRoom.WRITE.button("Edit", own.filled().team()),
                StepRoom.PLAN.button("My whole plan", own.filled().team())))
                .footnote(whoSees(own));
    }

    /**
     * The whole plan, and below it what colleagues have shared.
     *
     * @param reflections those of its author's that belong to it
     */
    Card plan(CallContext here, OwnPlan own, List<Text> reflections, List<OwnPlan> others) {
        var card = Card.titled("My plan").heading("My plan").facts(new ToolFacts(guide).of(tool,
                own.filled().entries()));
        card = reflections.isEmpty() ? card : card.text(Text.bolded("Your reflections on it")).bullets(reflections);
        var mine = card.buttons(buttons(own, StepRoom.FILL.button("Edit my plan", here.teamId()),
                Ways.PLAN.button("The team's plan", here.teamId()))).footnote(whoSees(own));
        return mine.then(shared(others));
    }

    /** Levels are left out: they are ratings of one's own. */
    private Card shared(List<OwnPlan> others) {
        var card = Card.titled("Shared with the team");
        if (others.isEmpty()) {
            return card;
        }
        card = card.divider().text(Text.bolded("Shared by colleagues"));
        var facts = new ToolFacts(guide);
        for (var other : others.stream().limit(OTHERS_SHOWN).toList()) {
            card = card.text(Text.mentioning(other.filled().author()))
                    .facts(facts.without(tool, other.filled().entries(), OwnPlan.LEVELS));
        }
        return card;
    }

    /** What colleagues have shared, for somebody without a plan of their own. */
    Card noneOfMine(TeamId team, List<OwnPlan> others) {
        return none(team).then(shared(others));
    }

    private static List<Button> buttons(OwnPlan own, Button edit, Button more) {
        var buttons = new ArrayList<Button>();
        buttons.add(edit);
        buttons.add(own.shared()
                ? StepRoom.KEEP.button("Keep it private", own.id())
                : StepRoom.SHARE.button("Share with my team", own.id()));
        buttons.add(more);
        if (own.filled().version().number() > 1) {
            buttons.add(StepRoom.HISTORY.button("History", own.id()));
        }
        buttons.add(StepRoom.DELETE.danger("Delete", own.id(), new Confirm("Delete your plan?",
                "Your step and everything you planned around it will be gone for good, with its history.",
                "Delete plan")));
        return buttons;
    }

    private static String whoSees(OwnPlan own) {
        return own.shared()
                ? "Your team and its coach can read this; where you placed yourself stays private. Leaders never "
                        + "see it."
                : "Only you see this. The team sees how many have a step, but not who.";
    }

    Card history(OwnPlan own, List<Filled.Version> newestFirst, ZoneId zone) {
        var card = Card.titled("How your step changed").heading("How your step changed");
        for (var version : newestFirst.stream().limit(VERSIONS_SHOWN).toList()) {
            card = card.text(Text.bolded(ToolFacts.day(version.at().atZone(zone).toLocalDate())))
                    .quote(version.entries().text(OwnPlan.WHEN_THEN)).quote(version.entries().text(OwnPlan.IF_THEN));
        }
        return card.buttons(StepRoom.SHOW.button("My step", own.filled().team()));
    }
}
