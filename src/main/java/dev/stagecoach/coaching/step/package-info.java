/** Everybody's own when-then step, and the plan around it: private unless its author shares it. */
@NullMarked
package dev.stagecoach.coaching.step;

import org.jspecify.annotations.NullMarked;
