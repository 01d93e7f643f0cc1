/** Asking the coach for help, in private. */
@NullMarked
package dev.stagecoach.coaching.ask;

import org.jspecify.annotations.NullMarked;
