/** How far a team is with a practice: its stage, how it got there, and which practice is next. */
@NullMarked
package dev.stagecoach.coaching.stage;

import org.jspecify.annotations.NullMarked;
