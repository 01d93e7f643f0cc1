/** Quartz: the list of ticks, each job one call. */
@NullMarked
package dev.stagecoach.schedule;

import org.jspecify.annotations.NullMarked;
