package dev.stagecoach.coaching.rounds;

import dev.stagecoach.people.VisibilityMode;

/** The modes in words, the same wherever they are spoken of. */
public final class ModeWords {
    private ModeWords() {}

    /** As a heading or a fact. */
    public static String name(VisibilityMode mode) {
        return switch (mode) {
            case CONFIDENTIAL -> "Counts from five answers on";
            case OPEN -> "Open among ourselves";
            case JOINT -> "One placement together";
        };
    }

    /** Who sees what, in a sentence or two; leaders in each of them. */
    public static String meaning(VisibilityMode mode) {
        return switch (mode) {
            case CONFIDENTIAL -> "Nobody but you sees what you place. The team and its coach see how many chose each"
                    + " level, once five or more have answered. School leaders see neither.";
            case OPEN -> "The members of the team see what each other placed. The coach sees counts, however few."
                    + " Notes stay with their authors, and school leaders see neither.";
            case JOINT -> "Nobody answers alone, and nothing is kept of a single person: you talk each practice"
                    + " through and write down the one level that you agree on. School leaders do not see it.";
        };
    }
}
