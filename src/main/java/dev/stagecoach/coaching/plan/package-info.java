/** The plan on one page with its parts (sessions, the measure, the coaching agreement), and the plans beside it. */
@NullMarked
package dev.stagecoach.coaching.plan;

import org.jspecify.annotations.NullMarked;
