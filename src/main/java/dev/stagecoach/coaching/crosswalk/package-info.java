/** Where a practice meets the frameworks that a team uses already, and what it writes down about that. */
@NullMarked
package dev.stagecoach.coaching.crosswalk;

import org.jspecify.annotations.NullMarked;
