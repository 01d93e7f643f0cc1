package dev.stagecoach.sandbox;

import java.util.function.Consumer;

/** Eight weeks of a fictional team's work, lived through the real bot. */
public final class Story {
    private final Sandbox sandbox;
    private final Consumer<String> say;

    /** @param say told what happens, week by week */
    public Story(Sandbox sandbox, Consumer<String> say) {
        this.sandbox = sandbox;
        this.say = say;
    }

    public void tell() {
        say.accept("The story begins at " + sandbox.url() + ".");
    }
}
