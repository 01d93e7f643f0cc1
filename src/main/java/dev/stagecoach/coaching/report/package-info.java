/** The report on a coaching cycle: drafted from what is there, written by the team, read by leaders once approved. */
@NullMarked
package dev.stagecoach.coaching.report;

import org.jspecify.annotations.NullMarked;
