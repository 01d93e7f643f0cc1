/** Quartz: the list of ticks, each job one call. */
@NullMarked
package dev.stagecoach.jobs;

import org.jspecify.annotations.NullMarked;
