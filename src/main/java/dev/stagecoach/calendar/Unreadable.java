package dev.stagecoach.calendar;

/** A date or a rule of one event cannot be read; the message is what stands there. */
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String written) {
        super(written);
    }
}
