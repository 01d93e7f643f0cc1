package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The staging guide that the bot coaches by, as data.
 *
 * @param source what it is based on, as shown to people
 * @param version the guide's own version and a fingerprint of its content, for example {@code 1-3f9a0c2b71de}; changes
 *        whenever a file does. What was rated keeps the version that it was rated on. Keys in rows stay readable as
 *        long as the guide has them, so an edited text keeps its key; a new meaning gets a new one
 */
public record Guide(String name, String source, String version, List<Level> levels, String cannotSay,
        List<Practice> practices, List<Stage> stages, List<CheckinSet> checkinSets,
        GoalCanvas goal, Sides sides, Workbook workbook) {

    public Guide {
        levels = List.copyOf(levels);
        practices = List.copyOf(practices);
        stages = List.copyOf(stages);
        checkinSets = List.copyOf(checkinSets);
    }

    /** Facts that its gates need and that nothing here counts: their gates stay open until a coach waives them. */
    public List<Fact> uncounted() {
        var pages = workbook.tools().stream().flatMap(tool -> tool.page().stream())
                .flatMap(page -> page.extras().fact().stream()).collect(Collectors.toSet());
        workbook.tool("slot").ifPresent(_ -> pages.add(Fact.SLOT_KEPT));
        return stages.stream().flatMap(stage -> stage.gates().stream()).flatMap(gate -> gate.needs().stream())
                .map(Gate.Need::fact).filter(fact -> fact.needsPage() && !pages.contains(fact)).distinct().toList();
    }

    /** A guide without a workbook, its sides called students and adults. */
    public Guide(String name, String source, String version, List<Level> levels, String cannotSay,
            List<Practice> practices, List<Stage> stages, List<CheckinSet> checkinSets,
            GoalCanvas goal) {
        this(name, source, version, levels, cannotSay, practices, stages, checkinSets, goal, Sides.PLAIN,
                Workbook.NONE);
    }

    Guide with(Workbook other) {
        return new Guide(name, source, version, levels, cannotSay, practices, stages, checkinSets, goal,
                sides, other);
    }

    /** The same guide with practices that say some things in other words. */
    public Guide wording(List<Practice> others) {
        return new Guide(name, source, version, levels, cannotSay, others, stages, checkinSets, goal,
                sides, workbook);
    }

    public Optional<Practice> practice(String key) {
        return practices.stream().filter(practice -> practice.key().equals(key)).findFirst();
    }

    public Optional<Stage> stage(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    /** The stage that follows this one; none after the last and for a stage that the guide does not have. */
    public Optional<Stage> stageAfter(String key) {
        return stages.stream().dropWhile(stage -> !stage.key().equals(key)).skip(1).findFirst();
    }

    public Optional<CheckinSet> checkinSet(String key) {
        return checkinSets.stream().filter(set -> set.key().equals(key)).findFirst();
    }

    public Optional<Prompt> prompt(String id) {
        return stages.stream().flatMap(stage -> stage.prompts().stream()).filter(prompt -> prompt.id().equals(id))
                .findFirst();
    }
}
