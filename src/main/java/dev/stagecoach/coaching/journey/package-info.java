/** How far a team is with a practice: its stage, and how it got there. */
@NullMarked
package dev.stagecoach.coaching.journey;

import org.jspecify.annotations.NullMarked;
