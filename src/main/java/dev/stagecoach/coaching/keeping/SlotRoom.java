package dev.stagecoach.coaching.keeping;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.stagecoach.chat.Button;
import dev.stagecoach.chat.Call;
import dev.stagecoach.chat.Card;
import dev.stagecoach.chat.Feature;
import dev.stagecoach.chat.Reply;
import dev.stagecoach.coaching.Counted;
import dev.stagecoach.coaching.Room;
import dev.stagecoach.coaching.stage.TeamAtWork;
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
import dev.stagecoach.storage.Database;
import dev.stagecoach.storage.Transaction;

/** A regular time that stays when the coach leaves, with somebody who minds it. */
public final class SlotRoom implements Room {
    /** The click that shows the time, or asks for it; its value is the team. */
    public static final String OPEN = "slot.open";
    private static final String EDIT = "slot.edit";
    private static final String TOOL = "slot";
    private static final String FORM = "slot.form";
    private static final String WHEN = "when";
    private static final Reply GONE = Reply.Refused.because("This form is too old. Please open it again.");

    private final FilledStore store = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final Database database;
    private final People people;
    private final Guide guide;

    public SlotRoom(Database database, People people, Guide guide) {
        this.database = database;
        this.people = people;
        this.guide = guide;
    }

    private Optional<Tool> tool() {
        return guide.workbook().tool(TOOL);
    }

    @Override
    public Feature feature() {
        return tool().map(tool -> new Feature(TOOL, List.of(),
                Map.of(OPEN, click -> open(tool, click), EDIT, click -> edit(tool, click)),
                Map.of(FORM, sent -> save(tool, sent)), Map.of()))
                .orElseGet(() -> new Feature(TOOL, List.of(), Map.of(), Map.of(), Map.of()));
    }

    private ToolForm form(Tool tool) {
        return new ToolForm(guide, tool, FORM, "A time that stays");
    }

    private Optional<Filled> slot(Transaction tx, TeamId team, String practice) {
        return people.gate().openTo(View.TEAM, store.of(tx, team, practice)).stream().findFirst();
    }

    private Reply open(Tool tool, Call.Click click) {
        return database.read(tx -> TeamAtWork.reading(tx, people, new TeamId(click.value()), click.person(),
                here -> slot(tx, here.team().id(), here.practice())
                        .<Reply>map(slot -> new Reply.ToYou(card(tool, slot, here.mayWrite())))
                        .orElseGet(() -> here.mayWrite()
                                ? new Reply.Open(form(tool).open(Target.fresh(here.team().id(), here.practice()),
                                        Entries.EMPTY))
                                : new Reply.ToYou(Card.saying("The team has named no regular time yet.")))));
    }

    private Reply edit(Tool tool, Call.Click click) {
        return database.read(tx -> TeamAtWork.writing(tx, people, new TeamId(click.value()), click.person(),
                here -> new Reply.Open(slot(tx, here.team().id(), here.practice())
                        .map(slot -> form(tool).open(Target.of(slot), slot.entries()))
                        .orElseGet(() -> form(tool).open(Target.fresh(here.team().id(), here.practice()),
                                Entries.EMPTY)))));
    }

    private Reply save(Tool tool, Call.Submission sent) {
        return Target.parse(sent.context()).map(target -> database.write(tx -> TeamAtWork.writing(tx, people,
                target.team(), sent.person(), _ -> new ToolSubmissions(people, store, form(tool)).save(tx, sent, target,
                        kept -> new Reply.ToYou(card(tool, kept.filled(), true))))))
                .orElse(GONE);
    }

    private Card card(Tool tool, Filled slot, boolean mayWrite) {
        var card = Card.titled(tool.name()).heading(tool.name())
                .facts(new ToolFacts(guide).of(tool, slot.entries()));
        return mayWrite ? card.buttons(Button.of("Change", EDIT, slot.team().value())) : card;
    }

    @Override
    public List<Counted> counted(Transaction tx, Team team, String practice, Instant now) {
        if (tool().isEmpty()) {
            return List.of();
        }
        var slot = slot(tx, team.id(), practice);
        return List.of(new Counted(Fact.SLOT_KEPT, slot.isPresent() ? 1 : 0,
                slot.map(one -> one.entries().text(WHEN) + ".").stream().toList(), OPEN));
    }
}
