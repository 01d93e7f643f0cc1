package dev.stagecoach.settings;

/** The settings cannot be used; the message names file or variable, key and reason. */
public final class SettingsUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsUnusable(String where, String key, String reason) {
        super(where + ", " + key + ": " + reason);
    }

    SettingsUnusable(String where, String reason) {
        super(where + ": " + reason);
    }
}
