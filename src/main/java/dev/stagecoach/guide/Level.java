package dev.stagecoach.guide;

/** A step of the scale, counted from 1 near the "from" pole. */
public record Level(int value, String key, String name, String gist) {}
