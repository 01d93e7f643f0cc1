package dev.stagecoach.coaching;

import java.util.function.Function;

import dev.stagecoach.people.Confidential;
import dev.stagecoach.people.PersonId;

/**
 * Something that a person wrote and only the gate opens.
 *
 * @param name what its author calls it, such as "Reflection of Sep 14, 2026"
 * @param shownTo the same as one reader would get it, where some are in it and others are not
 */
public record OwnItem(String name, Confidential<?> closed, Function<PersonId, Confidential<?>> shownTo) {
    /** Something that is the same for all who may read it. */
    public OwnItem(String name, Confidential<?> closed) {
        this(name, closed, _ -> closed);
    }
}
