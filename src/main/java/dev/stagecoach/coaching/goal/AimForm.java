package dev.stagecoach.coaching.goal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Access;
import dev.stagecoach.chat.Access.Who;
import dev.stagecoach.chat.Action;
import dev.stagecoach.chat.Carried;
import dev.stagecoach.chat.Field;
import dev.stagecoach.chat.Form;
import dev.stagecoach.chat.Text;
import dev.stagecoach.coaching.ChannelAudience;
import dev.stagecoach.coaching.FormReader;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Side;

/** The first page of the goal canvas: what is aimed at, from where, by when. */
final class AimForm {
    private static final GoalStore STORE = new GoalStore();
    static final Carried<Seen> SEEN = new Carried<>(seen -> seen.goal() + " " + seen.version(), Seen::parse,
            (tx, seen) -> STORE.team(tx, seen.goal()));
    static final Action<Seen> SAVE = Action.form("goal.aim", SEEN, Access.writes(Who.MEMBERS_AND_COACHES));
    /** One line, shown to the team at once. */
    static final Action<Seen> LINE = Action.form("goal.line", SEEN, Access.writes(Who.MEMBERS_AND_COACHES));
    static final Action<Seen> MORE = Action.form("goal.more", SEEN, Access.writes(Who.MEMBERS_AND_COACHES));
    static final String SENTENCE = "sentence";
    static final int LONGEST_SENTENCE = 300;
    static final int LONGEST_VALUE = 100;
    static final int LONGEST_SOURCE = 150;
    private static final List<String> SIDES = List.of(Side.STUDENT.key(), Side.SYSTEM.key());

    private AimForm() {}

    /** A goal that says no more yet: its sentence is enough, and the rest comes when asked for. */
    static Form line(Guide guide, Goal goal, String practiceName, ChannelAudience audience) {
        return LINE.form("Your goal", "Show to the team", Seen.of(goal), List.of(
                new Field.Words(Text.bolded(practiceName)), sentence(guide, goal), MORE.turn("Add more"),
                new Field.Words(MeansForm.reads(audience))));
    }

    /** For example "Students will". */
    private static String begun(Guide guide) {
        return guide.sides().student().first() + " will";
    }

    private static Field sentence(Guide guide, Goal goal) {
        return new Field.ShortText(SENTENCE, begun(guide) + " ...",
                "What " + guide.sides().learners() + " will say or do. No names.", false, LONGEST_SENTENCE,
                goal.canvas().written() ? goal.canvas().aim().sentence() : started(guide, goal));
    }

    /** What the report on the goal before it says comes next, where there is one. */
    private static String started(Guide guide, Goal goal) {
        return goal.idea().isBlank() ? begun(guide) + " " : goal.idea();
    }

    static Form form(Guide guide, Goal goal, String practiceName) {
        var aim = goal.canvas().aim();
        return SAVE.form("Your goal, page 1 of 2", "Save and go on", Seen.of(goal), List.of(
                new Field.Words(Text.bolded(practiceName).plus(". You only need the sentence to begin; the rest can "
                        + "wait. I save what you write here when you go on.")),
                sentence(guide, goal),
                new Field.Pick("reach", "How far it reaches", "", false, reaches(guide),
                        guide.goal().reaches().stream().filter(aim.reach()::equals).findFirst()
                                .or(() -> guide.goal().reaches().stream().findFirst())),
                new Field.Pick("side", "Who does it?", "", false,
                        List.of(Field.Option.of("student", guide.sides().student().doing()),
                                Field.Option.of("system", guide.sides().system().doing())),
                        Optional.of(aim.side().isEmpty() ? Side.STUDENT.key() : aim.side())),
                shortText("baseline", "Baseline",
                        "Where " + guide.sides().learners()
                                + " are now, such as 4 of 12. At least ten, so that nobody is"
                                + " singled out.",
                        LONGEST_VALUE,
                        aim.baseline().value()),
                new Field.Day("baseline_on", "Day of the baseline", "", true, aim.baseline().on()),
                shortText("baseline_source", "Where the baseline comes from", "For example, exit slips or a count.",
                        LONGEST_SOURCE, aim.baseline().source()),
                shortText("target", "Target", "For example, 9 of 12.", LONGEST_VALUE, aim.target().value()),
                new Field.Day("target_on", "Target day", "", true, aim.target().on())));
    }

    static Canvas.Aim read(FormReader reading, Guide guide, LocalDate today) {
        var reach = reading.oneOf("reach", guide.goal().reaches(),
                guide.goal().reaches().stream().findFirst().orElse(""));
        var side = reading.oneOf("side", SIDES, Side.STUDENT.key());
        var sentence = reading.required(SENTENCE, LONGEST_SENTENCE,
                "Please write what " + guide.sides().learners() + " will say or do.");
        if (sentence.strip().equalsIgnoreCase(begun(guide))) {
            reading.mend(SENTENCE, "Please finish the sentence: what will " + guide.sides().learners() + " say or do?");
        }
        var baseline = new Canvas.Measured(reading.optional("baseline", LONGEST_VALUE), reading.day("baseline_on"),
                reading.optional("baseline_source", LONGEST_SOURCE));
        var target = new Canvas.Measured(reading.optional("target", LONGEST_VALUE), reading.day("target_on"), "");
        checkDays(reading, baseline, target, today);
        return new Canvas.Aim(reach, side, sentence, baseline, target);
    }

    private static void checkDays(FormReader reading, Canvas.Measured baseline, Canvas.Measured target,
            LocalDate today) {
        if (baseline.on().filter(today::isBefore).isPresent()) {
            reading.mend("baseline_on", "The baseline is what you have already measured; choose today or an earlier "
                    + "day.");
        }
        if (target.on().isPresent() && baseline.on().filter(day -> !day.isBefore(target.on().get())).isPresent()) {
            reading.mend("target_on", "Please choose a day after the baseline.");
        }
    }

    private static List<Field.Option> reaches(Guide guide) {
        return guide.goal().reaches().stream().map(reach -> Field.Option.of(reach, Text.capital(reach))).toList();
    }

    private static Field shortText(String key, String label, String hint, int longest, String initial) {
        return new Field.ShortText(key, label, hint, true, longest, initial);
    }

    /** The goal and the version that a page was opened on; both pages carry it. */
    record Seen(String goal, int version) {
        static Seen of(Goal goal) {
            return new Seen(goal.id(), goal.version());
        }

        private static Optional<Seen> parse(String context) {
            return Carried.parts(context, 2).filter(two -> two.get(1).matches("\\d{1,9}"))
                    .map(two -> new Seen(two.get(0), Integer.parseInt(two.get(1))));
        }
    }
}
