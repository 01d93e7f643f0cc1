/** The time that a team keeps for its practice, once the practice is to last. */
@NullMarked
package dev.stagecoach.coaching.slot;

import org.jspecify.annotations.NullMarked;
