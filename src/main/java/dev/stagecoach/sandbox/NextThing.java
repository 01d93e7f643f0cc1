package dev.stagecoach.sandbox;

import java.time.Instant;

/** The next thing that the bot is going to do by itself, in words a person understands. */
public record NextThing(Instant at, String what) {}
