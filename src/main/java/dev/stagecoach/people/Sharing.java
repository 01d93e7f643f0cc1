package dev.stagecoach.people;

/**
 * What the author of something agreed to.
 *
 * @param shared whether the author has shared it with the team
 * @param mode the visibility mode that it was said in
 */
public record Sharing(boolean shared, VisibilityMode mode) {}
