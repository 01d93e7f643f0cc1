package dev.stagecoach.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message names the URL without its password, and the reason. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnusable(String url, String reason, @Nullable Throwable cause) {
        super("database " + url.replaceAll("(password=)[^&]*", "$1***") + ": " + reason, cause);
    }
}
