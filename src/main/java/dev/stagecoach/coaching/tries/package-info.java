/** Tries: one change for some school days, counted and looked at on the way, then decided on. */
@NullMarked
package dev.stagecoach.coaching.tries;

import org.jspecify.annotations.NullMarked;
