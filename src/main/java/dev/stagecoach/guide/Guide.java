package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/**
 * The staging guide that the bot coaches by, as data.
 *
 * @param source what it is based on, as shown to people
 * @param version changes whenever its content does; what was rated keeps the version that it was rated on
 */
public record Guide(String name, String source, String version, List<Level> levels, String cannotSay,
        List<String> ratingRules, List<Practice> practices, List<Stage> stages, List<CheckinSet> checkinSets,
        GoalCanvas goal) {

    public Guide {
        levels = List.copyOf(levels);
        ratingRules = List.copyOf(ratingRules);
        practices = List.copyOf(practices);
        stages = List.copyOf(stages);
        checkinSets = List.copyOf(checkinSets);
    }

    public Optional<Practice> practice(String key) {
        return practices.stream().filter(practice -> practice.key().equals(key)).findFirst();
    }

    public Optional<Stage> stage(String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }

    public Optional<CheckinSet> checkinSet(String key) {
        return checkinSets.stream().filter(set -> set.key().equals(key)).findFirst();
    }

    public Optional<Prompt> prompt(String id) {
        return stages.stream().flatMap(stage -> stage.prompts().stream()).filter(prompt -> prompt.id().equals(id))
                .findFirst();
    }
}
