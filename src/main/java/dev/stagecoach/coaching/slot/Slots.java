package dev.stagecoach.coaching.slot;

import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The times that teams keep, one for each practice. */
public final class Slots {
    /** Shows the time, or for whoever may write it, begins it. */
    public static final Action<TeamId> OPEN = Action.click("slot.open", Carried.team(),
            Access.reads(Who.TEAM).withPractice());
    private static final String TOOL = "slot";

    static final FilledStore STORE = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final PrivacyGate gate;

    public Slots(PrivacyGate gate) {
        this.gate = gate;
    }

    /** The guide's form; empty where the guide has none that asks for enough. */
    public static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(Slot.NEEDS));
    }

    /** Known before it is written, so that there cannot be two. */
    static String id(TeamId team, String practice) {
        return TOOL + "/" + team + "/" + practice;
    }

    public Optional<Slot> of(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, STORE.find(tx, id(team, practice)).stream().toList()).stream().map(Slot::new)
                .findFirst();
    }
}
