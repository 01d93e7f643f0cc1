/** What practices are like before anything changes: what was looked for, where, and what comes first. */
@NullMarked
package dev.stagecoach.coaching.baseline;

import org.jspecify.annotations.NullMarked;
