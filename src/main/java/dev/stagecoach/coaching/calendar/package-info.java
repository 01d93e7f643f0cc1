/** A school's days off, and a team's hours and limits. */
@NullMarked
package dev.stagecoach.coaching.calendar;

import org.jspecify.annotations.NullMarked;
