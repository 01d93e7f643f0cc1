/** Asking the coach for help, in private. */
@NullMarked
package dev.stagecoach.coaching.help;

import org.jspecify.annotations.NullMarked;
