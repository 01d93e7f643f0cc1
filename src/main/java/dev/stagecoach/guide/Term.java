package dev.stagecoach.guide;

/** A word of the guide with what it means, such as a phase or a decision; {@code key} is what rows keep. */
public record Term(String key, String name, String text) {}
