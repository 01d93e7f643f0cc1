package dev.stagecoach.coaching.learn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Crosswalk.Framework;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** What a team wrote down: which present work a practice fits into, and what stops to make room for it. */
record FitNote(Filled filled) {
    private static final String KEY = "fit";
    private static final String FITS = "fits";
    private static final String STOPS = "stops";
    private static final FilledStore STORE = new FilledStore(KEY, DataKind.TEAM_GOAL);

    static FilledStore store() {
        return STORE;
    }

    static Optional<FitNote> of(Transaction tx, PrivacyGate gate, TeamId team, String practice) {
        return gate.openTo(View.TEAM, STORE.find(tx, id(team, practice)).stream().toList()).stream().findFirst()
                .map(FitNote::new);
    }

    /** A team has one for each practice. */
    private static String id(TeamId team, String practice) {
        return team + "/" + KEY + "/" + practice;
    }

    /** It names the frameworks and shows their warning, as every place does where the crosswalk is. */
    static ToolForm form(Guide guide) {
        var crosswalk = guide.workbook().crosswalk();
        var names = crosswalk.frameworks().stream().map(Framework::name).collect(Collectors.joining("; "));
        return new ToolForm(guide, new Tool(KEY, "Where it fits", "Nothing new on top: say what it is part of.",
                crosswalk.warning(), List.of(
                        new Tool.Field(FITS, Tool.Kind.TEXT, "Which current work does it fit into?",
                                "For example: " + names + ".", List.of(), false),
                        new Tool.Field(STOPS, Tool.Kind.TEXT, "What can stop to make room?", "", List.of(), true))),
                CrosswalkRoom.NOTED.id(), "Where it fits");
    }

    static Target target(TeamId team, String practice, Optional<FitNote> present) {
        return present.map(note -> Target.of(note.filled()))
                .orElseGet(() -> new Target(team, practice, id(team, practice), 0));
    }

    Entries entries() {
        return filled.entries();
    }

    String fits() {
        return entries().text(FITS);
    }

    /** May be empty. */
    String stops() {
        return entries().text(STOPS);
    }
}
