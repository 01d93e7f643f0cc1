/** The ledger of everything that is to be sent: due, sending, sent, skipped and why. */
@NullMarked
package dev.stagecoach.delivery;

import org.jspecify.annotations.NullMarked;
