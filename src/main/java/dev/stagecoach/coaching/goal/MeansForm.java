package dev.stagecoach.coaching.goal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.CallContext;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.coaching.leader.SharedPromises;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Rhythm;
import dev.stagecoach.people.People;
import dev.stagecoach.people.PersonId;

/** The second page of the goal canvas: how the team measures it, why it matters, what helps. */
final class MeansForm {
    static final Action<AimForm.Seen> SAVE = Action.form("goal.means", AimForm.SEEN,
            Access.writes(Who.MEMBERS_AND_COACHES));
    static final String MEASURE = "measure";
    static final int LONGEST = 300;
    private static final String COLLECTOR = "collector";
    private static final String RHYTHM = "rhythm";
    private static final String PROMISE = "promise";
    private static final List<String> RHYTHMS = Arrays.stream(Rhythm.values()).map(Rhythm::key).toList();

    private MeansForm() {}

    /** @param promises what leaders show to the team, for one of them to be linked */
    static Form form(Guide guide, Goal goal, List<SharedPromises.Shared> promises, ChannelAudience audience) {
        var means = goal.canvas().means();
        var measure = means.measure();
        var fields = new ArrayList<Field>();
        fields.add(field(MEASURE, "What you measure", "For example, how often they take it up themselves.",
                measure.what()));
        fields.add(new Field.People(COLLECTOR, "Who collects it?", "", true, measure.collector().stream().toList(), 1));
        fields.add(new Field.Pick(RHYTHM, "How often?", "", true,
                Arrays.stream(Rhythm.values()).map(one -> Field.Option.of(one.key(), Text.capital(one.words())))
                        .toList(),
                Optional.of(measure.rhythm()).filter(RHYTHMS::contains)));
        fields.add(field("why", "Why it matters to you, in one line", "", means.why()));
        fields.add(field("obstacle", "If ..., then we will ...", "For the likeliest obstacle.", means.obstacle()));
        fields.add(field("support", "Support you want", "Time, coverage, a second pair of eyes.",
                means.support()));
        if (!promises.isEmpty()) {
            fields.add(new Field.Select(PROMISE, "A leader's promise that helps",
                    "One that your leaders have shown to the team.", true,
                    promises.stream().map(one -> new Field.Option(one.id(), one.promise().what(), one.promise().who()))
                            .toList(),
                    promises.stream().map(SharedPromises.Shared::id).filter(means.promise()::equals).findFirst()));
        }
        fields.add(new Field.Words(checks(guide)));
        fields.add(new Field.Words(reads(audience)));
        return SAVE.form("Your goal, page 2 of 2", "Show to the team", AimForm.Seen.of(goal), fields);
    }

    /** Who reads the goal. */
    static Text reads(ChannelAudience audience) {
        return Text.of("I post the goal in " + audience.channel() + ". School leaders see it with /coach summary.");
    }

    static Canvas.Means read(FormReader reading, CallContext here, People people,
            List<SharedPromises.Shared> promises) {
        var collector = here.submission().answers().people(COLLECTOR).stream().findFirst();
        if (collector.filter(who -> !belongs(here, people, who)).isPresent()) {
            reading.mend(COLLECTOR, "Please choose somebody on the team.");
        }
        var measure = new Canvas.Measure(reading.optional(MEASURE, LONGEST), collector,
                reading.oneOf(RHYTHM, RHYTHMS, ""));
        return new Canvas.Means(measure, reading.optional("why", LONGEST), reading.optional("obstacle", LONGEST),
                reading.optional("support", LONGEST),
                reading.oneOf(PROMISE, promises.stream().map(SharedPromises.Shared::id).toList(), ""));
    }

    private static boolean belongs(CallContext here, People people, PersonId who) {
        return people.members().standing(here.tx(), here.teamId(), who).belongs();
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
