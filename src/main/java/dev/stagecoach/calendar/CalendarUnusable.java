package dev.stagecoach.calendar;

/** A calendar file cannot be used; the message names file, path and reason. */
public final class CalendarUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CalendarUnusable(String path, String reason) {
        super("calendar file " + path + ": " + reason);
    }
}
