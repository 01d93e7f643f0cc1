/** Whether a simulation would notice. */
@NullMarked
package dev.stagecoach.simulation;

import org.jspecify.annotations.NullMarked;
