package dev.stagecoach.coaching.plan;

import java.time.LocalDate;
import java.util.Optional;

import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Teams' coaching agreements, one for each practice; whom a coach works with is no secret in the team. */
public final class Agreements {
    static final String TOOL = "coaching";

    private static final FilledStore STORE = new FilledStore(TOOL, DataKind.TEAM_GOAL);
    private final ContactStore contacts = new ContactStore();
    private final PrivacyGate gate;

    public Agreements(PrivacyGate gate) {
        this.gate = gate;
    }

    /** The guide's form; empty where the guide has none that asks for enough. */
    public static Optional<Tool> tool(Guide guide) {
        return guide.workbook().tool(TOOL).filter(tool -> tool.asks(Agreement.NEEDS));
    }

    public Optional<Agreement> of(Transaction tx, TeamId team, String practice) {
        return gate.openTo(View.TEAM, STORE.of(tx, team, practice)).stream().map(Agreement::of).findFirst();
    }

    /** The day of the last contact. */
    public Optional<LocalDate> lastContact(Transaction tx, TeamId team, String practice) {
        return contacts.last(tx, team, practice);
    }

    /** There is one for each practice, so it is known before it is written. */
    static String id(TeamId team, String practice) {
        return "coaching/" + team + "/" + practice;
    }

    static FilledStore store() {
        return STORE;
    }

    ContactStore contacts() {
        return contacts;
    }
}
