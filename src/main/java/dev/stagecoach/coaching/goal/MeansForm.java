package dev.stagecoach.coaching.goal;

import java.util.ArrayList;
import java.util.List;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.GoalCanvas;
import dev.stagecoach.guide.Guide;

/** The second page of the goal canvas: how the team measures it, why it matters, what helps. */
final class MeansForm {
    static final Action<AimForm.Seen> SAVE = Action.form("goal.means", AimForm.SEEN,
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final String MEASURE = "measure";
    static final int LONGEST = 300;

    private MeansForm() {}

    static Form form(Guide guide, Goal goal, ChannelAudience audience) {
        var means = goal.canvas().means();
        var fields = new ArrayList<Field>();
        fields.add(field(MEASURE, "What you measure, and how often", "For example, one count a week.",
                means.measure()));
        fields.add(field("why", "Why it matters to you, in one line", "", means.why()));
        fields.add(field("obstacle", "If ..., then we will ...", "For the likeliest obstacle.", means.obstacle()));
        fields.add(field("expected", label(guide, 0), "In your own words: how you will know you have reached it.",
                means.expected()));
        fields.add(field("beyond", label(guide, 2), "In your own words: what would surprise you all.",
                means.beyond()));
        fields.add(field("support", "Support you want", "Time, coverage, a second pair of eyes.",
                means.support()));
        fields.add(new Field.Words(checks(guide)));
        fields.add(new Field.Words(reads(audience)));
        return SAVE.form("Your goal, page 2 of 2", "Show to the team", AimForm.Seen.of(goal), fields);
    }

    /** Who reads the goal. */
    static Text reads(ChannelAudience audience) {
        return Text.of("I post the goal in " + audience.channel() + ". School leaders see it with /coach summary.");
    }

    static Canvas.Means read(FormReader reading) {
        return new Canvas.Means(reading.optional(MEASURE, LONGEST), reading.optional("why", LONGEST),
                reading.optional("obstacle", LONGEST), reading.optional("expected", LONGEST),
                reading.optional("beyond", LONGEST), reading.optional("support", LONGEST));
    }

    /** What the guide says of a rung of the ladder, as a label. */
    static String label(Guide guide, int rung) {
        return Text.capital(guide.goal().ladder().stream().filter(one -> one.value() == rung)
                .map(GoalCanvas.Rung::meaning).findFirst().orElse("Ladder " + rung));
    }

    private static Text checks(Guide guide) {
        var lines = List.copyOf(guide.goal().checks());
        return Text.bolded("Before you show it, ask yourselves:")
                .plus(lines.isEmpty() ? "" : "\n" + String.join("\n", lines));
    }

    private static Field field(String key, String label, String hint, String initial) {
        return new Field.ShortText(key, label, hint, true, LONGEST, initial);
    }
}
