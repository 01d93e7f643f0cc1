package dev.stagecoach.storage;

/**
 * A value that a column keeps as text. {@link Object#toString} writes it; its class reads it back by a public static
 * method {@code parse(String)}, which refuses any other text.
 */
public interface StoredAsText {}
