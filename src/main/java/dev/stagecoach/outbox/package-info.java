/** The outbox of everything that is to be sent: due, sending, sent, skipped and why. */
@NullMarked
package dev.stagecoach.outbox;

import org.jspecify.annotations.NullMarked;
