/** How far a team is with a practice: its stage, and how it got there. */
@NullMarked
package dev.stagecoach.coaching.stage;

import org.jspecify.annotations.NullMarked;
