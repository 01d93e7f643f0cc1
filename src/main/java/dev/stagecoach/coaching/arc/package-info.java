/** The arc of learning: the team's own sessions, with a date, an owner and a task to try afterwards. */
@NullMarked
package dev.stagecoach.coaching.arc;

import org.jspecify.annotations.NullMarked;
