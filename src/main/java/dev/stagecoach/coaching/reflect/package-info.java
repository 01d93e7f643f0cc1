/** Prompts served to one person, and private answers that only their author can share. */
@NullMarked
package dev.stagecoach.coaching.reflect;

import org.jspecify.annotations.NullMarked;
