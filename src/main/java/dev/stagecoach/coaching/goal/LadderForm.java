package dev.stagecoach.coaching.goal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.storage.Ids;

/** The form that says where the team stands on its goal's ladder. */
final class LadderForm {
    private static final GoalStore GOALS = new GoalStore();
    static final Action<Target> SEND = Action.form("ladder.stand",
            new Carried<>(target -> target.goal() + " " + target.stand(),
                    text -> Carried.parts(text, 2).map(two -> new Target(two.get(0), two.get(1))),
                    (tx, target) -> GOALS.team(tx, target.goal())),
            Access.writes(Who.MEMBERS_AND_COACHES));
    private static final int LONGEST = 300;
    private static final String RUNG = "rung";
    private static final String LINE = "line";

    private LadderForm() {}

    /** Of which goal; the stand has its id from the start, so that sending it twice keeps one. */
    record Target(String goal, String stand) {}

    static Form form(Guide guide, Goal goal) {
        var rungs = guide.goal().ladder().stream()
                .map(rung -> new Field.Option(String.valueOf(rung.value()), LadderCards.rung(guide, rung.value()),
                        goal.canvas().ladder().of(rung.value())))
                .toList();
        return SEND.form("Where the team stands", "Propose", new Target(goal.id(), Ids.next()), List.of(
                new Field.Words(Text.bolded(goal.canvas().aim().sentence())),
                new Field.Pick(RUNG, "Where do you stand?", "", false, rungs, Optional.empty()),
                new Field.ShortText(LINE, "What shows it?", "One line, such as a count and its source.", false,
                        LONGEST, "")));
    }

    /** Look at {@link FormReader#mend} before using it. */
    static LadderPlacement read(FormReader reading, Guide guide, Target target, CallContext here) {
        var known = guide.goal().ladder().stream().map(rung -> String.valueOf(rung.value())).toList();
        var rung = reading.oneOf(RUNG, known, "");
        if (rung.isEmpty()) {
            reading.mend(RUNG, "Please choose where you stand.");
        }
        var line = reading.required(LINE, LONGEST, "Please write one line about what shows it.");
        return new LadderPlacement(target.stand(), target.goal(), rung.isEmpty() ? 0 : Integer.parseInt(rung), line,
                here.person(), Instant.ofEpochMilli(here.now().toEpochMilli()), Optional.empty());
    }
}
