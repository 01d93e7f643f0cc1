package dev.stagecoach.coaching.goal;

import java.util.ArrayList;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;

/** What each rung of the goal ladder means to the team: before the work begins, so that nobody moves the rungs later. */
final class LadderWordsForm {
    static final Action<AimForm.Seen> SAVE = Action.form("goal.ladder", AimForm.SEEN,
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final String START = key(-1);
    private static final int LONGEST = 300;

    private LadderWordsForm() {}

    static Form form(Guide guide, Goal goal, ChannelAudience audience) {
        var fields = new ArrayList<Field>();
        fields.add(new Field.Words(Text.bolded(goal.canvas().aim().sentence())
                .plus("\nPut the ladder in your own words; none of them is needed.")));
        guide.goal().ladder().forEach(rung -> fields.add(new Field.ShortText(key(rung.value()),
                LadderCards.rung(guide, rung.value()), hint(goal, rung.value()), true, LONGEST,
                goal.canvas().ladder().of(rung.value()))));
        fields.add(new Field.Words(MeansForm.reads(audience)));
        return SAVE.form("The goal's ladder", "Show to the team", AimForm.Seen.of(goal), fields);
    }

    /** What the canvas says already of where the team began and where it wants to be. */
    private static String hint(Goal goal, int rung) {
        var aim = goal.canvas().aim();
        return switch (rung) {
            case -1 -> said("Your baseline: ", aim.baseline().value());
            case 0 -> said("Your target: ", aim.target().value());
            default -> "";
        };
    }

    private static String said(String label, String value) {
        return value.isEmpty() ? "" : label + value;
    }

    static Canvas.Ladder read(FormReader reading) {
        return new Canvas.Ladder(rung(reading, -2), rung(reading, -1), rung(reading, 0), rung(reading, 1),
                rung(reading, 2));
    }

    private static String rung(FormReader reading, int value) {
        return reading.optional(key(value), LONGEST);
    }

    private static String key(int rung) {
        return "rung" + rung;
    }
}
