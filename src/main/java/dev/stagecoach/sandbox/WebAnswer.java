package dev.stagecoach.sandbox;

/** What the workspace answers to a {@link WebCall}. */
public record WebAnswer(int status, String type, byte[] body) {}
