package dev.stagecoach.guide;

import java.util.List;
import java.util.Optional;

/**
 * A stage of taking up a practice, in order of the guide.
 *
 * @param condition what the stage asks of those around the team
 * @param span how long it usually lasts, in words
 * @param prompts reflection prompts, in order of what, so what, now what
 */
public record Stage(String key, String name, String gist, String condition, String span, List<Outcome> outcomes,
        List<Gate> gates, List<Prompt> prompts) {
    public Stage {
        outcomes = List.copyOf(outcomes);
        gates = List.copyOf(gates);
        prompts = List.copyOf(prompts);
    }

    /** A stage of prompts alone. */
    public Stage(String key, String name, String gist, List<Prompt> prompts) {
        this(key, name, gist, "", "", List.of(), List.of(), prompts);
    }

    public Optional<Gate> gate(String gate) {
        return gates.stream().filter(one -> one.key().equals(gate)).findFirst();
    }

    public Optional<Outcome> outcome(String id) {
        return outcomes.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
