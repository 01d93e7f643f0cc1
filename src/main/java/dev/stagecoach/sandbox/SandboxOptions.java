package dev.stagecoach.sandbox;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a sandbox is to be.
 *
 * @param port 0 for any that is free
 * @param next the next thing the bot will do by itself, asked whenever the page shows the clock
 * @param afterClockMoved runs what has become due; called after every move of the clock, in the mover's thread
 */
public record SandboxOptions(int port, SandboxClock clock, AppManifest manifest,
        Supplier<Optional<NextThing>> next, Runnable afterClockMoved) {

    /** Stagecoach's manifest, and nothing that comes next. */
    public static SandboxOptions at(int port, SandboxClock clock) {
        return new SandboxOptions(port, clock, AppManifest.stagecoach(), Optional::empty, () -> {});
    }

    public SandboxOptions with(AppManifest other) {
        return new SandboxOptions(port, clock, other, next, afterClockMoved);
    }

    public SandboxOptions withNext(Supplier<Optional<NextThing>> other) {
        return new SandboxOptions(port, clock, manifest, other, afterClockMoved);
    }

    public SandboxOptions afterClockMoved(Runnable work) {
        return new SandboxOptions(port, clock, manifest, next, work);
    }
}
