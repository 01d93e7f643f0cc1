package dev.stagecoach.coaching.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** The sessions that teams have planned; a plan is for every role, so everybody of the team reads the same. */
public final class Sessions {
    static final String TOOL = "session";
    private static final Comparator<Session> BY_DAY = Comparator.comparing(Session::on).thenComparing(Session::id);

    static final FilledStore STORE = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final PrivacyGate gate;

    public Sessions(PrivacyGate gate) {
        this.gate = gate;
    }

    /** The guide's form; empty where the guide has none that asks for enough. */
    public static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(Session.NEEDS));
    }

    /** Those for a practice, by their day. */
    public List<Session> of(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, STORE.of(tx, team, practice)).stream().map(Session::of).sorted(BY_DAY).toList();
    }

    /** Those for all of the team's practices, by their day. */
    List<Session> of(Transaction tx, TeamId team) {
        return gate.openTo(View.TEAM, STORE.of(tx, team)).stream().map(Session::of).sorted(BY_DAY).toList();
    }

    Optional<Session> find(Transaction tx, String id) {
        return gate.openTo(View.TEAM, STORE.find(tx, id).stream().toList()).stream().map(Session::of).findFirst();
    }
}
