package dev.stagecoach.coaching.baseline;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Answers;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.workbook.Entries;
import dev.stagecoach.coaching.workbook.Filled;
import dev.stagecoach.coaching.workbook.FilledStore;
import dev.stagecoach.coaching.workbook.Target;
import dev.stagecoach.coaching.workbook.ToolForm;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Tool;
import dev.stagecoach.people.DataKind;
import dev.stagecoach.people.PrivacyGate;
import dev.stagecoach.people.TeamId;
import dev.stagecoach.people.View;
import dev.stagecoach.storage.Transaction;

/** Which practices come first after the look at the baseline, and why. A team has one such list. */
record Priorities(List<String> practices, String why, Filled filled) {
    private static final String KEY = "priorities";
    private static final String PRACTICES = "practices";
    private static final String WHY = "why";
    private static final int MOST = 3;
    private static final Tool TOOL = new Tool(KEY, "What comes first",
            "Which practices does the baseline point to? The team chooses one of them later.", "",
            List.of(new Tool.Field(PRACTICES, Tool.Kind.MANY, "Practices, up to " + MOST, "", List.of("{practices}"),
                    false),
                    new Tool.Field(WHY, Tool.Kind.TEXT, "Why these?", "What in the baseline points to them.",
                            List.of(), false)));
    private static final FilledStore STORE = new FilledStore(KEY, DataKind.TEAM_GOAL);

    static FilledStore store() {
        return STORE;
    }

    static Optional<Priorities> of(Transaction tx, PrivacyGate gate, TeamId team) {
        return gate.openTo(View.TEAM, STORE.of(tx, team)).stream().findFirst().map(filled -> new Priorities(
                filled.entries().many(PRACTICES), filled.entries().text(WHY), filled));
    }

    static ToolForm form(Guide guide) {
        return new ToolForm(guide, TOOL, BaselineRoom.PRIORITIZED.id(), "What comes first");
    }

    static Target target(TeamId team, Optional<Priorities> present) {
        return present.map(one -> Target.of(one.filled())).orElseGet(() -> new Target(team, "", team + "/" + KEY, 0));
    }

    static Entries read(ToolForm form, FormReader reading, Answers answers) {
        var entries = form.read(reading, answers);
        if (entries.many(PRACTICES).size() > MOST) {
            reading.mend(PRACTICES, "Please choose at most " + MOST + ".");
        }
        return entries;
    }
}
