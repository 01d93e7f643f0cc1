package dev.stagecoach.coaching.evidence;

import java.util.List;
import java.util.Optional;

import dev.stagecoach.chat.Field.Option;
import dev.stagecoach.coaching.goal.Goal;
import dev.stagecoach.guide.Guide;
import dev.stagecoach.guide.Trying;

/** What can be chosen about a piece of evidence: the guide's lists, and the goals of the team. */
record EvidenceOptions(Guide guide, List<Option> goals) {
    private static final int LONGEST_GOAL = 70;

    static EvidenceOptions of(Guide guide, List<Goal> goals) {
        return new EvidenceOptions(guide, goals.stream().map(goal -> Option.of(goal.id(), brief(goal.canvas().aim()
                .sentence()))).toList());
    }

    private Trying trying() {
        return guide.workbook().trying();
    }

    List<Option> types() {
        return trying().evidence().stream().map(type -> new Option(type.key(), type.name(), type.cannot())).toList();
    }

    /** Who may have seen it, by role. */
    List<Option> sources() {
        return guide.workbook().tool("evidence").flatMap(tool -> tool.field("source")).stream()
                .flatMap(field -> field.choices(guide).stream()).map(one -> Option.of(one.key(), one.name())).toList();
    }

    List<Option> impact() {
        return trying().impact().stream().map(one -> new Option(one.key(), one.name(), one.question())).toList();
    }

    List<Option> phases() {
        return guide.workbook().introduction().cycle().stream().flatMap(cycle -> cycle.phases().stream())
                .map(phase -> Option.of(phase.key(), phase.name())).toList();
    }

    List<Option> practices() {
        return guide.practices().stream().map(practice -> Option.of(practice.key(), practice.name())).toList();
    }

    /** What evidence of this sort cannot show. */
    Optional<String> cannot(String type) {
        return trying().evidence(type).map(Trying.EvidenceType::cannot);
    }

    /** What the chosen one is called; one that is no longer offered goes by its key, none by nothing. */
    static String name(List<Option> options, String key) {
        return options.stream().filter(option -> option.value().equals(key)).map(Option::label).findFirst()
                .orElse(key);
    }

    Optional<String> known(List<Option> options, String key) {
        return options.stream().map(Option::value).filter(key::equals).findFirst();
    }

    /** Counted from 1; 0 where it has no level that the guide knows. */
    int level(Evidence evidence) {
        return trying().impact().stream().filter(one -> one.key().equals(evidence.finding().reach().impact()))
                .mapToInt(Trying.Impact::value).findFirst().orElse(0);
    }

    private static String brief(String sentence) {
        return sentence.codePointCount(0, sentence.length()) <= LONGEST_GOAL
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_GOAL)) + "…";
    }
}
