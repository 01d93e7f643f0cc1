/** Check-ins: a few questions asked of a team's members at a steady rhythm, answered privately. */
@NullMarked
package dev.stagecoach.coaching.checkin;

import org.jspecify.annotations.NullMarked;
