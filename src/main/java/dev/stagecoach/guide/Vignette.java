package dev.stagecoach.guide;

/**
 * A short invented scene that everybody places on a practice's continuum, to see whether all mean the same by it.
 *
 * @param practice key of the practice
 * @param talk the question to begin with where the team differs
 */
public record Vignette(String key, String practice, String title, String text, String talk) {}
