package dev.stagecoach.guide;

/** What should be true when a stage has done its work; {@code id} as the source counts it, for example EO1. */
public record Outcome(String id, String text) {}
