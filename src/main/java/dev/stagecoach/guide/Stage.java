package dev.stagecoach.guide;

import java.util.List;

/** A stage of taking up a practice, in order of the guide. */
public record Stage(String key, String name, String gist, List<Prompt> prompts) {
    public Stage {
        prompts = List.copyOf(prompts);
    }
}
