/** The first month of somebody who joins a team later, with a buddy beside them. */
@NullMarked
package dev.stagecoach.coaching.welcome;

import org.jspecify.annotations.NullMarked;
