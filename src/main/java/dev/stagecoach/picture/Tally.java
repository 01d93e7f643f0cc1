package dev.stagecoach.picture;

/** So many of so many, for example check-ins answered; {@code of} is 0 where there is no whole. */
public record Tally(String label, int count, int of) {}
