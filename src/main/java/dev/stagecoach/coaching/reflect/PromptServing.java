package dev.stagecoach.coaching.reflect;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.stagecoach.guide.Prompt;
import dev.stagecoach.guide.Prompt.Phase;

/** Which prompt comes next: what, so what, now what in turn, and none twice within eight weeks. */
final class PromptServing {
    static final Duration REST = Duration.ofDays(56);

    private PromptServing() {}

    /**
     * A prompt that was served.
     *
     * @param passed whether its reader wanted none or another one; then its phase is not done
     */
    record Served(String prompt, Phase phase, Instant at, boolean passed) {}

    /** The next prompt; empty where each of them was served within the eight weeks before {@code now}. */
    static Optional<Prompt> next(List<Prompt> prompts, List<Served> history, Instant now) {
        var rested = prompts.stream().filter(prompt -> history.stream()
                .noneMatch(one -> one.prompt().equals(prompt.id()) && one.at().plus(REST).isAfter(now))).toList();
        var phases = Phase.values();
        var first = firstPhase(history).ordinal();
        return IntStream.range(0, phases.length).mapToObj(step -> phases[(first + step) % phases.length])
                .flatMap(phase -> rested.stream().filter(prompt -> prompt.phase() == phase)).findFirst();
    }

    /** The phase after the last one that was not passed; a passed one is tried again. */
    private static Phase firstPhase(List<Served> history) {
        return history.stream().filter(one -> !one.passed()).max(Comparator.comparing(Served::at))
                .map(one -> Phase.values()[(one.phase().ordinal() + 1) % Phase.values().length]).orElse(Phase.WHAT);
    }
}
