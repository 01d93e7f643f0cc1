package dev.stagecoach.storage;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message names the URL without its password, and the reason. */
public final class DatabaseUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&\\s]*|(://[^:/@\\s]*:)[^@\\s]*(?=@)");

    private final boolean inUse;

    DatabaseUnusable(String url, String reason, @Nullable Throwable cause) {
        super("database " + masked(url) + ": " + masked(reason), cause);
        this.inUse = cause instanceof DatabaseInUse;
    }

    /** Whether it is well, and another process has it. */
    public boolean inUse() {
        return inUse;
    }

    private static String masked(String words) {
        return PASSWORD.matcher(words).replaceAll(found -> (found.group(1) == null ? found.group(2) : found.group(1))
                + "***");
    }
}
