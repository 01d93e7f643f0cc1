package dev.stagecoach.guide;

/** A guide file cannot be used; the message names the file, the place in it, and the reason. */
public final class GuideUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param place for example {@code practices[2].student.brief[1]}; empty where the whole file is meant */
    GuideUnusable(String file, String place, String reason) {
        super(file + ": " + (place.isEmpty() ? "" : place + ": ") + reason);
    }
}
