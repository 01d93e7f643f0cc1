package dev.stagecoach.guide;

/**
 * A reflection prompt; {@code {practice}} and {@code {date}} in its text are filled in when served.
 *
 * @param audience member, team or leader
 */
public record Prompt(String id, Phase phase, String audience, String text) {

    /** What happened, what it means, what comes next; served in turn. */
    public enum Phase {
        WHAT, SO_WHAT, NOW_WHAT
    }
}
