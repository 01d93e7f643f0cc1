package dev.stagecoach.slack;

import java.util.Optional;

import dev.stagecoach.chat.Picture;

/** Pictures that stand in Slack as files. */
final class Pictures {
    private Pictures() {}

    /** Which file holds a picture; none where it could not be uploaded. */
    @FunctionalInterface
    interface Files {
        Files NONE = _ -> Optional.empty();

        Optional<String> of(Picture picture);
    }
}
