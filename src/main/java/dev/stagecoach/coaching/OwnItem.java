package dev.stagecoach.coaching;

import dev.stagecoach.people.Confidential;

/**
 * Something that a person wrote and only the gate opens.
 *
 * @param name what its author calls it, such as "Reflection of Sep 14, 2026"
 */
public record OwnItem(String name, Confidential<?> closed) {}
