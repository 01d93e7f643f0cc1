/** A practice's continuum as a team has adopted it: in the guide's words or its own, linked to its standards. */
@NullMarked
package dev.stagecoach.coaching.continuum;

import org.jspecify.annotations.NullMarked;
