package dev.stagecoach.people;

import java.time.Instant;
import java.util.Optional;

/**
 * What the author of something agreed to.
 *
 * @param shared whether the author has shared it with the team
 * @param mode the visibility mode that it was said in
 * @param said when; in open mode only for who was in the team then. Empty where that makes no difference
 */
public record Sharing(boolean shared, VisibilityMode mode, Optional<Instant> said) {
    /** For its author alone, and whoever may read it always. */
    public static final Sharing NONE = new Sharing(false, VisibilityMode.CONFIDENTIAL);
    public static final Sharing WITH_TEAM = new Sharing(true, VisibilityMode.CONFIDENTIAL);

    public Sharing(boolean shared, VisibilityMode mode) {
        this(shared, mode, Optional.empty());
    }
}
