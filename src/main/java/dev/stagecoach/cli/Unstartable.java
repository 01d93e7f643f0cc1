package dev.stagecoach.cli;

/** The program cannot start as it was asked to; the message says why and what to do. */
final class Unstartable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unstartable(String reason) {
        super(reason);
    }
}
