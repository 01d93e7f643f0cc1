package dev.stagecoach.picture;

import java.util.function.Supplier;

import dev.stagecoach.chat.Picture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws a picture; where this machine cannot (no fonts, a temporary folder that is read-only), its words have to do. */
final class Drawing {
    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    private Drawing() {}

    static Picture of(String title, String alt, Supplier<byte[]> png) {
        try {
            return new Picture(title, alt, png.get());
        } catch (RuntimeException | Error e) {
            LOG.error("a picture could not be drawn; its words stand in for it", e);
            return Picture.inWords(title, alt);
        }
    }
}
