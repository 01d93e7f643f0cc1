package dev.stagecoach.people;

import java.util.Locale;

/** Who sees what a round of self-assessment says: agreed by the team, and kept by each round as it was opened. */
public enum VisibilityMode {
    /** Nobody sees a single placement; counts from {@link Visibility#TEAM_MINIMUM} answers on. */
    CONFIDENTIAL,
    /** By everybody's consent: members see each other's placements. */
    OPEN,
    /** For teams too small for counts: one placement, agreed in conversation; nothing of a single person is kept. */
    JOINT;

    /** As kept in rows. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static VisibilityMode of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
