/** What works, told with its credit, and only with everybody's consent. */
@NullMarked
package dev.stagecoach.coaching.share;

import org.jspecify.annotations.NullMarked;
