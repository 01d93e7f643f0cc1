/** The tools that the guide names, filled in: their forms, what stands in them, and how they read. */
@NullMarked
package dev.stagecoach.coaching.tool;

import org.jspecify.annotations.NullMarked;
