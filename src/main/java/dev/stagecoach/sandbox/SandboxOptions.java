package dev.stagecoach.sandbox;

import java.util.List;
import java.util.function.Supplier;

/**
 * How a sandbox is to be.
 *
 * @param port 0 for any that is free
 * @param next what the bot will do by itself, soonest first; asked whenever the page shows the clock
 * @param afterClockMoved runs what has become due; called after every move of the clock, in the mover's thread
 * @param limits whether it takes calls only as fast as Slack does, by its own clock
 */
public record SandboxOptions(int port, SandboxClock clock, AppManifest manifest,
        Supplier<List<NextThing>> next, Runnable afterClockMoved, boolean limits) {

    /** Stagecoach's manifest, and nothing that comes next. */
    public static SandboxOptions at(int port, SandboxClock clock) {
        return new SandboxOptions(port, clock, AppManifest.stagecoach(), List::of, () -> {}, false);
    }

    public SandboxOptions with(AppManifest other) {
        return new SandboxOptions(port, clock, other, next, afterClockMoved, limits);
    }

    public SandboxOptions withNext(Supplier<List<NextThing>> other) {
        return new SandboxOptions(port, clock, manifest, other, afterClockMoved, limits);
    }

    public SandboxOptions afterClockMoved(Runnable work) {
        return new SandboxOptions(port, clock, manifest, next, work, limits);
    }

    /** As fast as Slack, and no faster. */
    public SandboxOptions withLimits() {
        return new SandboxOptions(port, clock, manifest, next, afterClockMoved, true);
    }
}
