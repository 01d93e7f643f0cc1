package dev.stagecoach.guide;

import java.util.Optional;

/** The guide that is shipped with the bot, read once for all tests. */
public final class ShippedGuide {
    public static final Guide GUIDE = GuideFiles.load(Optional.empty());

    private ShippedGuide() {}
}
