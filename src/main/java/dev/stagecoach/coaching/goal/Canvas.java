package dev.stagecoach.coaching.goal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a goal says, in two parts as it is written. Every text may be empty. */
public record Canvas(Aim aim, Means means) {
    static final Canvas EMPTY = new Canvas(
            new Aim("", "", "", new Measured("", Optional.empty(), ""), new Measured("", Optional.empty(), "")),
            new Means("", "", "", "", "", ""));

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
     * How the team gets there.
     *
     * @param measure what is measured, and how often
     * @param why why it matters
     * @param obstacle if-then for the likely obstacle
     * @param expected the goal ladder's 0
     * @param beyond the goal ladder's +2
     * @param support the support that is wanted
     */
    public record Means(String measure, String why, String obstacle, String expected, String beyond,
            String support) {
        /** What was typed. */
        List<String> words() {
            return List.of(measure, why, obstacle, expected, beyond, support);
        }
    }

    Canvas with(Aim other) {
        return new Canvas(other, means);
    }

    Canvas with(Means other) {
        return new Canvas(aim, other);
    }

    /** Whether it says anything besides its sentence. */
    boolean elaborate() {
        return Stream.concat(aim.words().stream().skip(1), means.words().stream()).anyMatch(word -> !word.isBlank());
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
        note(missing, means.measure().isEmpty(), "what you measure, and how often");
        return List.copyOf(missing);
    }

    /** Every part of the canvas by its name, in order; days in ISO form. */
    List<Part> parts() {
        return List.of(new Part("Goal", aim.sentence()), new Part("Reach", aim.reach()),
                new Part("Side", aim.side()), new Part("Baseline", aim.baseline().value()),
                new Part("Baseline day", day(aim.baseline())), new Part("Baseline source", aim.baseline().source()),
                new Part("Target", aim.target().value()), new Part("Target day", day(aim.target())),
                new Part("Measure", means.measure()), new Part("Why it matters", means.why()),
                new Part("If-then", means.obstacle()), new Part("What we expect", means.expected()),
                new Part("Far more than expected", means.beyond()), new Part("Support wanted", means.support()));
    }

    /** A named part and what it says. */
    record Part(String name, String content) {}

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
