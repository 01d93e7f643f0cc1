package dev.stagecoach.picture;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first picture loads fonts and the chart library; drawn ahead, nobody waits for that. */
public final class FirstPicture {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPicture.class);
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private FirstPicture() {}

    /** Draws a picture for nobody, in the background and once in the life of the program. */
    public static void drawAhead() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("first-picture").priority(Thread.MIN_PRIORITY).start(FirstPicture::draw);
        }
    }

    private static void draw() {
        try {
            TallyPicture.of("In numbers", "", List.of(new Tally("Self-assessment", 1, 2)));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("no picture could be drawn; messages will fail where they need one", e);
        }
    }
}
