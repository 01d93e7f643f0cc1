package dev.stagecoach.guide;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A sign that a stage has done its work. It advises: the team proposes a move, two people stand behind it, and a
 * coach can do without a gate for a reason.
 *
 * @param key unique in its stage; what is waived is kept by stage and key
 * @param button what to press to get it met, at most 30 characters
 * @param outcome the {@link Outcome#id} that it speaks for
 * @param needs all of them must be there
 */
public record Gate(String key, String text, String button, String outcome, List<Need> needs) {
    public Gate {
        needs = List.copyOf(needs);
    }

    /** So much of a fact, in the fact's own unit. */
    public record Need(Fact fact, int atLeast) {}

    public boolean met(ToIntFunction<Fact> counted) {
        return open(counted).isEmpty();
    }

    /**
     * What is not there yet.
     *
     * @param counted what the bot has counted of a fact for this journey
     */
    public List<Need> open(ToIntFunction<Fact> counted) {
        return needs.stream().filter(need -> counted.applyAsInt(need.fact()) < need.atLeast()).toList();
    }
}
