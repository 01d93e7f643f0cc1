package dev.stagecoach.guide;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Something to read or watch.
 *
 * @param why what it is good for
 * @param minutes how long it takes, where known
 * @param link an http or https address, where known
 * @param stages keys of the stages that it fits, at least one
 * @param practices keys of the practices that it fits; empty for all
 */
public record Resource(String key, String title, String why, Optional<Integer> minutes, Optional<URI> link,
        List<String> stages, List<String> practices) {
    public Resource {
        stages = List.copyOf(stages);
        practices = List.copyOf(practices);
    }

    public boolean fits(String stage, String practice) {
        return stages.contains(stage) && (practices.isEmpty() || practices.contains(practice));
    }
}
