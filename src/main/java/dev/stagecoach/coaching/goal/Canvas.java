package dev.stagecoach.coaching.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import dev.stagecoach.chat.Text;
import dev.stagecoach.guide.Rhythm;
import dev.stagecoach.guide.Side;
import dev.stagecoach.guide.Sides;
import dev.stagecoach.people.PersonId;

/** What a goal says, in three parts as it is written. Every text may be empty. */
public record Canvas(Aim aim, Means means, Ladder ladder) {
    static final Canvas EMPTY = new Canvas(
            new Aim("", "", "", new Measured("", Optional.empty(), ""), new Measured("", Optional.empty(), "")),
            new Means(new Measure("", Optional.empty(), ""), "", "", "", ""), new Ladder("", "", "", "", ""));
    private static final int LOWEST = -2;

    /**
     * What is aimed at.
     *
     * @param reach one of the guide's reaches
     * @param side whose doing it describes, as {@link dev.stagecoach.guide.Side#key}
     * @param sentence "Students will ..."
     * @param target its source is empty
     */
    public record Aim(String reach, String side, String sentence, Measured baseline, Measured target) {
        /** Where from and where to, as far as it is known; may be empty. */
        public String span() {
            var from = baseline.words("on");
            var to = target.words("by");
            if (!from.isEmpty() && !to.isEmpty()) {
                return "From " + from + " to " + to;
            }
            return from.isEmpty() ? to.isEmpty() ? "" : "Target: " + to : "Baseline: " + from;
        }

        /** What was typed. */
        List<String> words() {
            return List.of(sentence, baseline.value(), baseline.source(), target.value());
        }
    }

    /** A value such as "4 of 12", its day and where it comes from. */
    public record Measured(String value, Optional<LocalDate> on, String source) {

        /** For example "4 of 12 on Fri, Sep 11, 2026 (exit slips)"; may be empty. */
        public String words(String beforeDay) {
            var when = value + on.map(day -> " " + beforeDay + " " + GoalCards.day(day)).orElse("");
            return (source.isEmpty() ? when : when + " (" + source + ")").strip();
        }
    }

    /**
     * What is measured, by whom and how often.
     *
     * @param rhythm as {@link Rhythm#key}
     */
    public record Measure(String what, Optional<PersonId> collector, String rhythm) {
        /** For example "every week"; may be empty. */
        public String often() {
            return Rhythm.of(rhythm).map(Rhythm::words).orElse("");
        }

        /** Whether it says all three. */
        public boolean complete() {
            return !what.isEmpty() && collector.isPresent() && !rhythm.isEmpty();
        }

        /** For example "One count, @Ada, every week"; may be empty. */
        public Text line() {
            var text = Text.of(what);
            text = collector.map(who -> (what.isEmpty() ? Text.of("") : Text.of(what + ", ")).mention(who))
                    .orElse(text);
            var before = what.isEmpty() && collector.isEmpty() ? "" : ", ";
            return rhythm.isEmpty() ? text : text.plus(before + often());
        }
    }

    /**
     * How the team gets there.
     *
     * @param why why it matters
     * @param obstacle if-then for the likely obstacle
     * @param support the support that is wanted
     * @param promise the id of what a leader has promised for it; whether it may be read is the leader's to say
     */
    public record Means(Measure measure, String why, String obstacle, String support, String promise) {
        /** What was typed. */
        List<String> words() {
            return List.of(measure.what(), why, obstacle, support);
        }
    }

    /** What the rungs of the goal ladder mean in the team's own words, from -2 to 2. */
    public record Ladder(String below, String start, String hoped, String above, String farAbove) {
        /** In order, from -2 on. */
        List<String> words() {
            return List.of(below, start, hoped, above, farAbove);
        }

        /** What a rung means; empty where the team has not said so. */
        public String of(int rung) {
            return rung < LOWEST || rung > -LOWEST ? "" : words().get(rung - LOWEST);
        }
    }

    Canvas with(Aim other) {
        return new Canvas(other, means, ladder);
    }

    Canvas with(Means other) {
        return new Canvas(aim, other, ladder);
    }

    Canvas with(Ladder other) {
        return new Canvas(aim, means, other);
    }

    /** Whether it says anything besides its sentence. */
    boolean elaborate() {
        return Stream.of(aim.words().stream().skip(1), means.words().stream(), ladder.words().stream())
                .flatMap(words -> words).anyMatch(word -> !word.isBlank());
    }

    /** Whether it can be followed: the sentence, where the team started and when, what it wants and by when. */
    public boolean complete() {
        return written() && !aim.baseline().value().isBlank() && aim.baseline().on().isPresent()
                && !aim.target().value().isBlank() && aim.target().on().isPresent();
    }

    /** Whether the goal's sentence is there. */
    public boolean written() {
        return !aim.sentence().isEmpty();
    }

    /**
     * What would make the goal easier to follow, each a short phrase; nothing here is required.
     *
     * @param learners whom a goal speaks of, for example "students"
     */
    List<String> missing(String learners) {
        var missing = new ArrayList<String>();
        if (!aim.sentence().toLowerCase(Locale.ROOT).startsWith(learners.toLowerCase(Locale.ROOT))) {
            missing.add("a sentence that begins with what " + learners + " will do");
        }
        note(missing, !hasNumber(aim.baseline().value()), "a number in the baseline");
        note(missing, aim.baseline().on().isEmpty(), "the day of the baseline");
        note(missing, aim.baseline().source().isEmpty(), "where the baseline comes from");
        note(missing, !hasNumber(aim.target().value()), "a number in the target");
        note(missing, aim.target().on().isEmpty(), "a target day");
        note(missing, means.measure().what().isEmpty(), "what you measure");
        note(missing, means.measure().collector().isEmpty(), "who collects it");
        note(missing, means.measure().rhythm().isEmpty(), "how often");
        return List.copyOf(missing);
    }

    /** Every part of the canvas by its name, in order; days in ISO form. What a leader promised is the leader's to tell. */
    List<Part> parts(Sides sides) {
        return List.of(new Part("Goal", aim.sentence()), new Part("Reach", aim.reach()),
                new Part("Side", side(sides)), new Part("Baseline", aim.baseline().value()),
                new Part("Baseline day", day(aim.baseline())), new Part("Baseline source", aim.baseline().source()),
                new Part("Target", aim.target().value()), new Part("Target day", day(aim.target())),
                new Part("Measure", means.measure().what()),
                new Part("Who collects it", means.measure().collector()),
                new Part("How often", means.measure().often()), new Part("Why it matters", means.why()),
                new Part("If-then", means.obstacle()), new Part("Support wanted", means.support()),
                new Part("Ladder -2", ladder.below()), new Part("Ladder -1", ladder.start()),
                new Part("Ladder 0", ladder.hoped()), new Part("Ladder +1", ladder.above()),
                new Part("Ladder +2", ladder.farAbove()));
    }

    private String side(Sides sides) {
        return aim.side().isEmpty() ? "" : sides.of(Side.of(aim.side())).doing();
    }

    /** A named part and what it says, in words or as a person. */
    record Part(String name, String content, Optional<PersonId> who) {
        private Part(String name, String content) {
            this(name, content, Optional.empty());
        }

        private Part(String name, Optional<PersonId> who) {
            this(name, "", who);
        }
    }

    private static void note(List<String> missing, boolean is, String what) {
        if (is) {
            missing.add(what);
        }
    }

    private static boolean hasNumber(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    private static String day(Measured measured) {
        return measured.on().map(LocalDate::toString).orElse("");
    }
}
