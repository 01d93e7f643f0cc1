package dev.stagecoach.slack;

import java.util.Optional;

import dev.stagecoach.chat.Picture;

/** Which file in Slack holds a picture. */
@FunctionalInterface
interface PictureFiles {
    PictureFiles NONE = _ -> Optional.empty();

    /** The file's id; empty where the picture could not be uploaded. May take seconds. */
    Optional<String> of(Picture picture);
}
