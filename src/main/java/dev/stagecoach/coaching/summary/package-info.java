/** The evidence summary: every week in the team's channel, and on demand for coaches and leaders. */
@NullMarked
package dev.stagecoach.coaching.summary;

import org.jspecify.annotations.NullMarked;
