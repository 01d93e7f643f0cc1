/** Why somebody did or did not get a message: the outbox, told to whom it concerns. */
@NullMarked
package dev.stagecoach.coaching.why;

import org.jspecify.annotations.NullMarked;
