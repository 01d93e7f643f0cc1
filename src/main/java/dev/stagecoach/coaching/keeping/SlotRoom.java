package dev.stagecoach.coaching.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.tool.Entries;
import dev.stagecoach.coaching.tool.Filled;
import dev.stagecoach.coaching.tool.FilledStore;
import dev.stagecoach.coaching.tool.Target;
import dev.stagecoach.coaching.tool.ToolFacts;
import dev.stagecoach.coaching.tool.ToolForm;
import dev.stagecoach.coaching.tool.ToolSubmissions;
import dev.stagecoach.guide.Fact;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.People;
import dev.stagecoach.people.Team;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** A regular time that stays when the coach leaves, with somebody who minds it. */
public final class SlotRoom implements Room {
    private static final Action<TeamId> OPEN = Action.click("slot.open", Carried.team(),
            Access.reads(Who.TEAM).withPractice());
    private static final Action<TeamId> EDIT = Action.click("slot.edit", Carried.team(),
            Access.reads(Who.MEMBERS_AND_COACHES).withPractice());
    private static final Action<Target> SAVE = Action.form("slot.form", Target.CARRIED,
            Access.writes(Who.MEMBERS_AND_COACHES).withPractice());
    private static final String TOOL = "slot";
    private static final String WHEN = "when";

    private final FilledStore store = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final People people;
    private final Guide guide;

    public SlotRoom(People people, Guide guide) {
        this.people = people;
        this.guide = guide;
    }

    private Optional<Tool> tool() {
        return guide.workbook().tool(TOOL);
    }

    @Override
    public Feature feature() {
        return tool().map(tool -> Feature.of(TOOL, List.of(), List.of(OPEN.by((here, _) -> open(tool, here)),
                EDIT.by((here, _) -> new Reply.Open(edit(tool, here))),
                SAVE.by((here, target) -> save(tool, here, target)))))
                .orElseGet(() -> Feature.of(TOOL, List.of(), List.of()));
    }

    private ToolForm form(Tool tool) {
        return new ToolForm(guide, tool, SAVE.id(), "A time that stays");
    }

    private Optional<Filled> slot(Transaction tx, TeamId team, String practice) {
        return people.gate().openTo(View.TEAM, store.of(tx, team, practice)).stream().findFirst();
    }

    private Reply open(Tool tool, CallContext here) {
        var writes = here.standing().takesPart();
        return slot(here.tx(), here.teamId(), here.chosenPractice())
                .<Reply>map(slot -> new Reply.ToYou(card(tool, slot, writes)))
                .orElseGet(() -> writes
                        ? new Reply.Open(edit(tool, here))
                        : new Reply.ToYou(Card.saying("The team has named no regular time yet.")));
    }

    private Form edit(Tool tool, CallContext here) {
        return slot(here.tx(), here.teamId(), here.chosenPractice())
                .map(slot -> form(tool).open(Target.of(slot), slot.entries()))
                .orElseGet(() -> form(tool).open(Target.fresh(here.teamId(), here.chosenPractice()), Entries.EMPTY));
    }

    private Reply save(Tool tool, CallContext here, Target target) {
        return new ToolSubmissions(people, store, form(tool)).save(here.tx(), here.submission(), target,
                kept -> new Reply.ToYou(card(tool, kept.filled(), true)));
    }

    private Card card(Tool tool, Filled slot, boolean mayWrite) {
        var card = Card.titled(tool.name()).heading(tool.name())
                .facts(new ToolFacts(guide).of(tool, slot.entries()));
        return mayWrite ? card.buttons(EDIT.button("Change", slot.team())) : card;
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (tool().isEmpty()) {
            return List.of();
        }
        var slot = slot(tx, team.id(), practice);
        return List.of(new Counted(Fact.SLOT_KEPT, slot.isPresent() ? 1 : 0,
                slot.map(one -> one.entries().text(WHEN) + ".").stream().toList(), OPEN.id()));
    }
}
